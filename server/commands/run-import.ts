import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import {
  LOSING_CODES,
  MOST_PIECES,
  type ImportItem,
  type ImportOrder,
  type ImportReading,
  type ImportResult,
} from "@/lib/api/imports";
import type { ImportShape } from "@/lib/imports/contract";
import { noteActivity } from "@/server/activity/note";
import { audit, type Caller } from "@/server/audit";
import { isUniqueViolation, prisma } from "@/server/db/prisma";
import { refused, type Outcome, type Refused } from "@/server/errors";
import type { ImportAnswer } from "@/server/imports/job";
import { writePieces } from "@/server/imports/write-pieces";
import { spend } from "@/server/limits/spend";
import { tellRowsChanged } from "@/server/row-events";
import { isJourneyHere } from "./is-journey-here";
import {
  digestOf,
  readWithMap,
  type FileAsked,
  type Gone,
  type ReadRefusal,
} from "./read-import";

export interface ImportAsked
  extends ImportOrder, Pick<FileAsked, "journeyId" | "bytes" | "signal"> {
  /** Of all that was sent, by which a second request under one key is told from another one. */
  readonly requestHash: string;
  readonly idemKey: string | null;
}

type Read = Extract<ImportAnswer, { ok: true }>;

export type Imported =
  | { readonly ok: true; readonly importId: string }
  | ReadRefusal
  | Refused<"idempotency_mismatch">
  | (Refused<"import_wrong_cells"> & {
      readonly problems: ImportReading["problems"]["listed"];
    })
  | (Refused<"invalid"> & { readonly gone: Gone })
  | (Refused<"invalid"> & { readonly why: "nothing" | "tooManyPieces" });

const transactionMs = 60_000;

const kinds = {
  answers: "survey",
  tickets: "tickets",
  counts: "analytics",
  funnel: "analytics",
  events: "log",
} as const satisfies Record<ImportShape, ImportItem["kind"]>;

/** Makes evidence of a file: all of it in one transaction, and of the file itself nothing is kept. */
export async function runImport(
  caller: Caller<InsideActor>,
  asked: ImportAsked,
): Promise<Imported> {
  const { actor } = caller;
  if (!can(actor, "journey:import")) return refused("forbidden");
  const { workspaceId, userId } = actor;
  const { journeyId, bytes, settings } = asked;
  if (!(await isJourneyHere(workspaceId, journeyId)))
    return refused("not_found");
  const before = await doneBefore(workspaceId, asked);
  if (before) return before;
  const spent = await spend("importUser", userId);
  if (!spent.ok) return spent;
  const sha256 = await digestOf(bytes);
  const size = bytes.byteLength;
  const rest = {
    table: settings.table,
    isProposing: false,
    isForReal: true,
    language: "en",
  } as const;
  const result = await readWithMap(workspaceId, { ...asked, ...rest });
  if (!result.ok) return result;
  const { read, gone } = result;
  if (gone.touchpoints.length + gone.personas.length > 0)
    return { ...refused("invalid"), gone };
  const unfit = whyNot(read.reading, settings.isPartial);
  if (unfit) return unfit;
  try {
    const importId = await write(caller, asked, { read, sha256, size });
    tellRowsChanged(workspaceId, "evidence", journeyId);
    return { ok: true, importId };
  } catch (error) {
    // The same request was faster by a moment.
    const other = isUniqueViolation(error)
      ? await doneBefore(workspaceId, asked)
      : null;
    if (!other) throw error;
    return other;
  }
}

/** What a request under the same key did. */
async function doneBefore(
  workspaceId: string,
  { journeyId, idemKey, requestHash }: ImportAsked,
): Promise<Outcome<{ importId: string }, "idempotency_mismatch"> | null> {
  if (idemKey === null) return null;
  const found = await prisma().importRun.findFirst({
    where: { workspaceId, journeyId, idemKey },
    select: { id: true, requestHash: true },
  });
  if (!found) return null;
  return found.requestHash === requestHash
    ? { ok: true, importId: found.id }
    : refused("idempotency_mismatch");
}

function whyNot(
  { plan, log, problems }: Read["reading"],
  isPartial: boolean,
): Extract<Imported, { reason: "invalid" | "import_wrong_cells" }> | null {
  const losing = new Set<string>(LOSING_CODES);
  // What is listed is only a part of it.
  const isLossy = LOSING_CODES.some((code) => (problems.counts[code] ?? 0) > 0);
  if (isLossy && !isPartial)
    return {
      ...refused("import_wrong_cells"),
      problems: problems.listed.filter(({ code }) => losing.has(code)),
    };
  if (plan.pieces > MOST_PIECES)
    return { ...refused("invalid"), why: "tooManyPieces" };
  const isNothing = plan.pieces === 0 && !log?.touchpoints.length;
  return isNothing ? { ...refused("invalid"), why: "nothing" } : null;
}

interface WhatWasRead {
  readonly read: Read;
  readonly sha256: string;
  readonly size: number;
}

async function write(
  caller: Caller<InsideActor>,
  asked: ImportAsked,
  { read, sha256, size }: WhatWasRead,
): Promise<string> {
  const { workspaceId, userId } = caller.actor;
  const { journeyId, settings, fileName, idemKey, requestHash } = asked;
  const { log } = read.reading;
  return prisma().$transaction(
    async (tx) => {
      const { id } = await tx.importRun.create({
        data: {
          workspaceId,
          journeyId,
          createdById: userId,
          kind: kinds[settings.mapping.shape],
          tool: settings.mapping.tool,
          fileName,
          bytes: size,
          sha256,
          settings: {
            columnNames: read.columnNames.map((name) =>
              name.toWellFormed().replaceAll("\0", ""),
            ),
            settings: { ...settings, isPartial: false },
          },
          result: { ...resultOf(read) },
          ...(log && { flow: log }),
          idemKey,
          requestHash,
        },
        select: { id: true },
      });
      const of = { workspaceId, journeyId, importRunId: id };
      await writePieces(read.evidence, { ...of, createdById: userId }, tx);
      await audit(
        {
          caller,
          workspaceId,
          action: "journey:import",
          subject: { kind: "import", id },
          detail: { journeyId, pieces: read.evidence.length },
        },
        tx,
      );
      const { actor } = caller;
      const deed = { actor, workspaceId, journeyId, subjectId: id };
      await noteActivity({ ...deed, kind: "import-done" }, tx);
      return id;
    },
    { timeout: transactionMs },
  );
}

function resultOf({ reading, evidence }: Read): ImportResult {
  const { plan, problems, readRows, leftOutRows } = reading;
  const wrongCells = LOSING_CODES.reduce(
    (sum, code) => sum + (problems.counts[code] ?? 0),
    0,
  );
  return {
    rows: readRows,
    leftOutRows,
    pieces: plan.pieces,
    quotes: plan.quotes,
    touchpoints: new Set(evidence.map(({ touchpointId }) => touchpointId)).size,
    unmatchedValues: plan.unmatched.values,
    unmatchedRows: plan.unmatched.rows,
    wrongCells,
  };
}
