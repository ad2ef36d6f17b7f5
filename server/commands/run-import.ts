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
import type { ImportWork } from "@/lib/api/import-works";
import type { ImportShape } from "@/lib/imports/contract";
import { noteActivity } from "@/server/activity/note";
import { audit, type Caller } from "@/server/audit";
import { isUniqueViolation, prisma } from "@/server/db/prisma";
import { refused, type Outcome, type Refused } from "@/server/errors";
import type { ImportAnswer } from "@/server/imports/job";
import {
  atWork,
  endWork,
  interrupt,
  type WorkOf,
} from "@/server/imports/works";
import { writePieces } from "@/server/imports/write-pieces";
import { findImportWork } from "@/server/queries/import-works";
import { spend } from "@/server/limits/spend";
import { logger } from "@/server/logger";
import { tellRowsChanged } from "@/server/row-events";
import { addImportWork, findRunning } from "./import-works";
import { isJourneyHere } from "./is-journey-here";
import {
  digestOf,
  readWithMap,
  type FileAsked,
  type Gone,
  storable,
  type ReadRefusal,
} from "./read-import";
import { mailOfImport } from "./mail-of-import";
import { toldFields } from "./refusal-fields";

export interface ImportAsked
  extends ImportOrder, Pick<FileAsked, "journeyId" | "bytes" | "signal"> {
  /** Of all that was sent, by which a second request under one key is told from another one. */
  readonly requestHash: string;
  readonly idemKey: string | null;
  /** Whoever asked waits for the answer, and need not be told in another way. */
  readonly isAwaited?: boolean;
}

type Read = Extract<ImportAnswer, { ok: true }>;
type Refusal = Extract<Imported, { ok: false }>;

export type Imported =
  | { readonly ok: true; readonly importId: string }
  | ReadRefusal
  | Refused<"idempotency_mismatch" | "import_cancelled">
  | (Refused<"import_wrong_cells"> & {
      readonly problems: ImportReading["problems"]["listed"];
    })
  | (Refused<"invalid"> & { readonly gone: Gone })
  | (Refused<"invalid"> & { readonly why: "nothing" | "tooManyPieces" });

const transactionMs = 60_000;
const mostErrors = 100;

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
  const early = await beforeImport(caller, asked);
  if (early) return early;
  const id = await newWork(caller, asked);
  const leave = () => interrupt(id);
  asked.signal.addEventListener("abort", leave, { once: true });
  try {
    const working = perform(caller, { ...asked, isAwaited: true }, id);
    // Whoever left before there was anything to end is not told of any more.
    if (asked.signal.aborted) leave();
    return await working;
  } finally {
    asked.signal.removeEventListener("abort", leave);
  }
}

/** Begins to make evidence of a file, and goes on without whoever asked. Its row says how far it is and how it ends. */
export async function startImport(
  caller: Caller<InsideActor>,
  asked: Omit<ImportAsked, "signal">,
): Promise<{ readonly ok: true; readonly work: ImportWork } | Refusal> {
  const { signal } = new AbortController();
  const whole = { ...asked, signal };
  const begun = await begunBefore(caller, whole);
  if (begun && !begun.ok) return begun;
  const early = begun ? null : await beforeImport(caller, whole);
  if (early && !early.ok) return early;
  const workId = begun?.workId ?? (await newWork(caller, whole));
  if (early)
    await endWork(workId, { state: "done", importRunId: early.importId });
  const { workspaceId, userId } = caller.actor;
  const { journeyId } = asked;
  // Before anything is done: what is answered does not depend on who is faster.
  const work = await findImportWork({ workspaceId, journeyId, workId, userId });
  if (!work) return refused("not_found");
  if (!begun && !early)
    perform(caller, whole, workId).catch((error: unknown) =>
      logger().error({ err: error }, "an import failed"),
    );
  return { ok: true, work };
}

/** What is known without reading the file; null where it has to be read. */
async function beforeImport(
  { actor }: Caller<InsideActor>,
  asked: ImportAsked,
): Promise<Imported | null> {
  if (!can(actor, "journey:import")) return refused("forbidden");
  const { workspaceId, userId } = actor;
  if (!(await isJourneyHere(workspaceId, asked.journeyId)))
    return refused("not_found");
  const before = await doneBefore(workspaceId, asked);
  if (before) return before;
  const spent = await spend("importUser", userId);
  return spent.ok ? null : spent;
}

/** The same request came before and is worked on. */
async function begunBefore(
  { actor }: Caller<InsideActor>,
  { journeyId, idemKey, requestHash }: ImportAsked,
): Promise<Outcome<{ workId: string }, "idempotency_mismatch"> | null> {
  if (idemKey === null || !can(actor, "journey:import")) return null;
  const { workspaceId } = actor;
  const found = await findRunning({ workspaceId, journeyId, idemKey });
  if (!found) return null;
  return found.requestHash === requestHash
    ? { ok: true, workId: found.id }
    : refused("idempotency_mismatch");
}

const newWork = (
  { actor }: Caller<InsideActor>,
  { journeyId, fileName, idemKey, requestHash }: ImportAsked,
): Promise<string> =>
  addImportWork({
    workspaceId: actor.workspaceId,
    journeyId,
    createdById: actor.userId,
    fileName: storable(fileName),
    idemKey,
    requestHash,
  });

/** Imports, and says in the row of the work how that ended. */
function perform(
  caller: Caller<InsideActor>,
  asked: ImportAsked,
  id: string,
): Promise<Imported> {
  return atWork(id, async (work) => {
    try {
      const result = await readAndWrite(caller, asked, work);
      if (result.ok) return result;
      const isOver = work.signal.aborted;
      const problem = {
        code: result.reason,
        errors: toldFields(result).slice(0, mostErrors),
      };
      if (isOver) await endWork(id, { state: "cancelled" });
      else await fail(id, problem, asked);
      return isOver ? refused("import_cancelled") : result;
    } catch (error) {
      await fail(id, { code: "internal", errors: [] }, asked);
      throw error;
    }
  });
}

/** Ends an import that did not come to its end, and tells whoever began it where they may not see it any more. */
const fail = (
  id: string,
  problem: NonNullable<ImportWork["problem"]>,
  { isAwaited = false }: ImportAsked,
): Promise<void> =>
  prisma().$transaction(async (tx) => {
    const isEnded = await endWork(id, { state: "failed", problem }, tx);
    if (isEnded && !isAwaited) await mailOfImport({ workId: id }, tx);
  });

async function readAndWrite(
  caller: Caller<InsideActor>,
  asked: ImportAsked,
  work: WorkOf,
): Promise<Imported> {
  const { workspaceId } = caller.actor;
  const { journeyId, bytes, settings } = asked;
  const sha256 = await digestOf(bytes);
  const size = bytes.byteLength;
  const { signal, tell } = work;
  const result = await readWithMap(workspaceId, {
    ...asked,
    signal,
    tell,
    table: settings.table,
    isProposing: false,
    isForReal: true,
    language: "en",
  });
  if (!result.ok) return result;
  const { read, gone } = result;
  if (gone.touchpoints.length + gone.personas.length > 0)
    return { ...refused("invalid"), gone };
  const unfit = whyNot(read.reading, settings.isPartial);
  if (unfit) return unfit;
  try {
    const importId = await write(caller, asked, { read, sha256, size, work });
    tellRowsChanged(workspaceId, "evidence", journeyId);
    return { ok: true, importId };
  } catch (error) {
    if (error instanceof WorkIsOver) return refused("import_cancelled");
    // The same request was faster by a moment.
    const other = isUniqueViolation(error)
      ? await doneBefore(workspaceId, asked)
      : null;
    if (!other) throw error;
    if (other.ok)
      await endWork(work.id, { state: "done", importRunId: other.importId });
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
  readonly work: WorkOf;
}

/** Somebody has cancelled it before all of it was written. */
class WorkIsOver extends Error {}

async function write(
  caller: Caller<InsideActor>,
  asked: ImportAsked,
  { read, sha256, size, work }: WhatWasRead,
): Promise<string> {
  const { workspaceId, userId } = caller.actor;
  const { journeyId, settings, fileName, idemKey, requestHash } = asked;
  const { log } = read.reading;
  work.tell({ step: "storing", done: 0, total: read.evidence.length });
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
            columnNames: read.columnNames.map(storable),
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
      const by = { ...of, createdById: userId };
      await writePieces(read.evidence, by, { tx, tell: work.tell });
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
      // The last of all: until then whoever cancels it is in time, and then nothing of it is there.
      const end = { state: "done", importRunId: id };
      if (!(await endWork(work.id, end, tx))) throw new WorkIsOver();
      const pieces = read.evidence.length;
      if (!asked.isAwaited) await mailOfImport({ workId: work.id, pieces }, tx);
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
