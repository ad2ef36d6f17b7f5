import { auditItem, type AuditItem } from "@/lib/api/workspaces";
import { prisma } from "@/server/db/prisma";
import { requireKeys } from "./require-defined";

interface Actor {
  readonly actorKind: string;
  readonly actorId: string | null;
}

/** Names of people, of tokens and of stakeholders, as far as they are still there. */
async function namesOf(
  workspaceId: string,
  rows: readonly Actor[],
): Promise<ReadonlyMap<string, string>> {
  const idsOf = (kind: string) =>
    rows.flatMap(({ actorKind, actorId }) =>
      actorKind === kind && actorId ? [actorId] : [],
    );
  const [users, tokens, people] = await Promise.all([
    prisma().user.findMany({
      where: { id: { in: idsOf("user") } },
      select: { id: true, name: true },
    }),
    prisma().apiToken.findMany({
      where: { id: { in: idsOf("token") } },
      select: { id: true, name: true },
    }),
    prisma().stakeholder.findMany({
      where: { workspaceId, id: { in: idsOf("person") } },
      select: { id: true, name: true },
    }),
  ]);
  return new Map(
    [...users, ...tokens, ...people].map(({ id, name }) => [id, name]),
  );
}

export interface AuditPage {
  readonly events: AuditItem[];
  readonly nextCursor: string | null;
}

/** What happened in a workspace, newest first; ids are in the order of time. */
export async function listAuditEvents(filter: {
  workspaceId: string;
  cursor: string | null;
  limit: number;
}): Promise<AuditPage> {
  requireKeys(filter, ["workspaceId", "cursor", "limit"]);
  const rows = await prisma().auditEvent.findMany({
    where: {
      workspaceId: filter.workspaceId,
      ...(filter.cursor && { id: { lt: filter.cursor } }),
    },
    orderBy: { id: "desc" },
    take: filter.limit + 1,
  });
  const page = rows.slice(0, filter.limit);
  const names = await namesOf(filter.workspaceId, page);
  const events = page.map((row) =>
    auditItem.parse({
      ...row,
      at: row.at.toISOString(),
      actorName: names.get(row.actorId ?? "") ?? null,
    }),
  );
  const nextCursor =
    rows.length > page.length ? (page.at(-1)?.id ?? null) : null;
  return { events, nextCursor };
}
