import { STALE_MONTHS, type Ageing } from "@/lib/insight/staleness";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";
import { today } from "./today";

/** By what it is told in a workspace today whether evidence is old. */
export async function readAgeing(filter: {
  workspaceId: string;
}): Promise<Ageing> {
  requireKeys(filter, ["workspaceId"]);
  const { rows } = await pool().query<Pick<Ageing, "staleMonths">>(
    `SELECT "staleMonths" FROM "Workspace" WHERE id = $1`,
    [filter.workspaceId],
  );
  return { today: today(), staleMonths: rows[0]?.staleMonths ?? STALE_MONTHS };
}

/**
 * The newest day that is old in a workspace, for a statement that needs it. A test holds it beside lib/insight.
 *
 * @param of - where the statement knows the workspace and the day that is today.
 */
export const staleDaySql = (of: {
  readonly workspace: string;
  readonly today: string;
}): string =>
  `(SELECT (${of.today}::date - make_interval(months => w."staleMonths"))::date FROM "Workspace" w WHERE w.id = ${of.workspace})`;
