import type { ImportProgress } from "@/lib/imports/progress";
import type { EvidenceDraft } from "@/lib/imports/results";
import type { Transaction } from "@/server/db/prisma";

const batch = 1_000;

export interface PiecesOf {
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly importRunId: string;
  readonly createdById: string;
}

interface Writing {
  readonly tx: Transaction;
  /** Hears how many are written. */
  readonly tell: (progress: ImportProgress) => void;
}

/** PostgreSQL keeps neither half a pair of UTF-16 nor a NUL; a file may hold both. */
const kept = (text: string) => text.toWellFormed().replaceAll("\0", "");

function columnsOf(draft: EvidenceDraft) {
  const { touchpointId, personaId, kind, origin, value, sd, n } = draft;
  return {
    touchpointId,
    personaId,
    kind,
    origin,
    value,
    unit: kept(draft.unit).trim(),
    measure: draft.measure,
    scaleLow: draft.scale?.low ?? null,
    scaleHigh: draft.scale?.high ?? null,
    isHighBad: draft.scale?.isHighBad ?? false,
    isShare: draft.scale?.isShare ?? false,
    sd,
    n,
    metric: draft.counted?.metric ?? null,
    best: draft.counted?.best ?? null,
    worst: draft.counted?.worst ?? null,
    goodFrom: draft.counted?.goodFrom ?? null,
    asked: draft.counted?.asked ?? null,
    isClosed: draft.counted?.isClosed ?? null,
    rows: draft.counted?.rows ?? null,
    isWeighted: draft.counted?.isWeighted ?? null,
    quote: kept(draft.quote).trim(),
    source: kept(draft.source).trim(),
    heldOn: draft.heldOn,
    heldFrom: draft.heldFrom,
    note: kept(draft.note).trim(),
  };
}

/** Writes the evidence of an import, in the transaction of its run: others see all of it or nothing. */
export async function writePieces(
  drafts: readonly EvidenceDraft[],
  of: PiecesOf,
  { tx, tell }: Writing,
): Promise<void> {
  const total = drafts.length;
  const { workspaceId, journeyId, importRunId, createdById } = of;
  for (let at = 0; at < total; at += batch) {
    tell({ step: "storing", done: at, total });
    // One text instead of thousands of values: the thread that others wait for has little to do with it.
    const rows = JSON.stringify(drafts.slice(at, at + batch).map(columnsOf));
    await tx.$executeRaw`
      INSERT INTO "Evidence" (id, "workspaceId", "journeyId", "touchpointId", "personaId", kind, origin, value, unit, measure,
        "scaleLow", "scaleHigh", "isHighBad", "isShare", sd, n, metric, best, worst, "goodFrom", asked, "isClosed", rows, "isWeighted", quote, source, "heldOn", "heldFrom", note,
        "createdById", "importRunId", "updatedAt")
      SELECT gen_random_uuid(), ${workspaceId}::uuid, ${journeyId}::uuid, p."touchpointId", p."personaId", p.kind,
        p.origin, p.value, p.unit, p.measure, p."scaleLow", p."scaleHigh", p."isHighBad", p."isShare", p.sd, p.n, p.metric, p.best,
        p.worst, p."goodFrom", p.asked, p."isClosed", p.rows, p."isWeighted", p.quote, p.source,
        p."heldOn", p."heldFrom", p.note, ${createdById}::uuid, ${importRunId}::uuid, now()
      FROM json_to_recordset(${rows}::json) AS p("touchpointId" uuid, "personaId" uuid, kind text, origin text,
        value float8, unit text, measure text, "scaleLow" float8, "scaleHigh" float8, "isHighBad" boolean, "isShare" boolean,
        sd float8, n int, metric text, best int, worst int, "goodFrom" float8, asked int, "isClosed" boolean, rows int, "isWeighted" boolean, quote text, source text, "heldOn" date, "heldFrom" date, note text)`;
  }
  tell({ step: "storing", done: total, total });
}
