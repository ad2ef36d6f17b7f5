import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { ExampleEvidence } from "@/lib/templates/example-evidence";
import type { TemplateLocale } from "@/lib/templates/text";

interface ExampleOf {
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly userId: string;
  readonly locale: TemplateLocale;
  readonly evidence: readonly ExampleEvidence[];
  /** From the keys of the example's touchpoints to their ids. */
  readonly columnIds: ReadonlyMap<string, string>;
}

/** Writes what an example knows about its touchpoints, in the transaction that made its journey. */
export async function writeExampleEvidence(
  client: pg.PoolClient,
  { evidence, columnIds, locale, ...place }: ExampleOf,
): Promise<void> {
  const { workspaceId, journeyId, userId } = place;
  const rows = evidence.flatMap((piece) => {
    const touchpointId = columnIds.get(piece.at);
    if (touchpointId === undefined) return [];
    const { kind, origin, value = null, scale, sd = null, n = null } = piece;
    return {
      id: randomUUID(),
      touchpointId,
      kind,
      origin,
      value,
      unit: piece.unit?.[locale] ?? "",
      scaleLow: scale?.low ?? null,
      scaleHigh: scale?.high ?? null,
      isShare: scale?.isShare ?? false,
      sd,
      n,
      quote: piece.quote?.[locale] ?? "",
      source: piece.source[locale],
      daysAgo: piece.daysAgo,
    };
  });
  if (rows.length === 0) return;
  await client.query(
    `INSERT INTO "Evidence" (id, "workspaceId", "journeyId", "touchpointId", kind, origin, value, unit, "scaleLow", "scaleHigh",
       "isShare", sd, n, quote, source, "heldOn", "createdById", "updatedAt")
     SELECT r.id, $2, $3, r."touchpointId", r.kind, r.origin, r.value, r.unit, r."scaleLow", r."scaleHigh",
       r."isShare", r.sd, r.n, r.quote, r.source, (now() AT TIME ZONE 'UTC')::date - r."daysAgo", $4, now()
     FROM json_to_recordset($1::json) AS r(id uuid, "touchpointId" uuid, kind text, origin text, value float8, unit text,
       "scaleLow" float8, "scaleHigh" float8, "isShare" boolean, sd float8, n int, quote text, source text, "daysAgo" int)`,
    [JSON.stringify(rows), workspaceId, journeyId, userId],
  );
}
