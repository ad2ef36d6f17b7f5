import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { ImportAsk, ImportReading } from "@/lib/api/imports";
import type { ImportProblem } from "@/lib/imports/contract";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Refused } from "@/server/errors";
import {
  readInThread,
  type FileRead,
  type ReadOptions,
} from "@/server/imports/import-worker";
import type { ImportAnswer } from "@/server/imports/job";
import { savedSettings } from "@/server/imports/saved-settings";
import { atWork } from "@/server/imports/works";
import { spend, type Spent } from "@/server/limits/spend";
import { readImportPlaces } from "@/server/queries/import-places";
import { addReadingWork, dropReadingWork } from "./import-works";
import { readLeastAnswers } from "@/server/queries/least-answers";
import { isJourneyHere } from "./is-journey-here";

/** A file and what is asked about it. */
export interface FileAsked extends ImportAsk {
  readonly journeyId: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly signal: AbortSignal;
  readonly tell?: ReadOptions["tell"];
}

/** The file as a whole cannot be read, and where that shows. */
export type Unreadable = Refused<"import_unreadable"> & {
  readonly fatal: ImportProblem;
};

export type ReadRefusal =
  | Unreadable
  | Refused<"forbidden" | "not_found">
  | Extract<Spent, { ok: false }>
  | Extract<FileRead, { ok: false }>;

type Read = Extract<ImportAnswer, { ok: true }>;

/** Looks into a file: what it is, what is proposed, and what an import would write. Nothing of it is kept. */
export async function readImportFile(
  { actor }: Caller<InsideActor>,
  asked: FileAsked,
): Promise<{ ok: true; reading: ImportReading } | ReadRefusal> {
  if (!can(actor, "journey:import")) return refused("forbidden");
  const { workspaceId, userId } = actor;
  const { journeyId } = asked;
  if (!(await isJourneyHere(workspaceId, journeyId)))
    return refused("not_found");
  const spent = await spend("importReadUser", userId);
  if (!spent.ok) return spent;
  const sha256 = await digestOf(asked.bytes);
  const result = await readTelling(workspaceId, userId, asked);
  if (!result.ok) return result;
  const earlier = await prisma().importRun.findFirst({
    where: { workspaceId, journeyId, sha256, undoneAt: null },
    orderBy: { createdAt: "desc" },
    select: { id: true, createdAt: true },
  });
  return {
    ok: true,
    reading: {
      ...result.read.reading,
      ...result.places,
      gone: result.gone.touchpoints.length + result.gone.personas.length,
      earlier: earlier && {
        id: earlier.id,
        at: earlier.createdAt.toISOString(),
      },
    },
  };
}

/** Reads a file for somebody who looks into it, and says how far it is under the id that they chose, if any. */
async function readTelling(
  workspaceId: string,
  userId: string,
  asked: FileAsked,
): Promise<ReadWithMap> {
  const { journeyId, fileName, workId } = asked;
  const read = { ...asked, isForReal: false };
  const of = { workspaceId, journeyId, id: workId ?? "" };
  const row = { ...of, createdById: userId, fileName: storable(fileName) };
  const isTold = workId !== undefined && (await addReadingWork(row));
  if (!isTold) return readWithMap(workspaceId, read);
  try {
    return await atWork(of.id, ({ signal, tell }) => {
      const either = AbortSignal.any([asked.signal, signal]);
      return readWithMap(workspaceId, { ...read, signal: either, tell });
    });
  } finally {
    await dropReadingWork(of);
  }
}

/** As hexadecimal digits; computed beside the thread that everybody waits for. */
export async function digestOf(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Buffer.from(digest).toString("hex");
}

/** PostgreSQL keeps neither half a pair of UTF-16 nor a NUL; a name may hold both. */
export const storable = (name: string): string =>
  name.toWellFormed().replaceAll("\0", "");

/** What the settings say of touchpoints and personas that are not here (any more). */
export interface Gone {
  readonly touchpoints: readonly string[];
  readonly personas: readonly string[];
}

type ReadWithMap =
  | {
      readonly ok: true;
      readonly read: Read;
      readonly gone: Gone;
      readonly places: Pick<ImportReading, "touchpoints" | "personas">;
    }
  | Unreadable
  | Extract<FileRead, { ok: false }>;

/** Reads a file by the map that it is for; what settings say of anything that is not on it finds nothing. */
export async function readWithMap(
  workspaceId: string,
  asked: FileAsked & { readonly isForReal: boolean },
): Promise<ReadWithMap> {
  const { journeyId, bytes, settings } = asked;
  const [leastAnswers, { touchpoints, personas }, saved] = await Promise.all([
    readLeastAnswers({ workspaceId }),
    readImportPlaces({ workspaceId, journeyId }),
    // Where all is decided, nothing is proposed.
    settings === null || asked.isProposing
      ? savedSettings({ workspaceId, journeyId })
      : [],
  ]);
  const places = new Set(touchpoints.map(({ id }) => id));
  const people = new Set(personas.map(({ id }) => id));
  const isPlace = (one: { readonly touchpointId: string | null }) =>
    one.touchpointId === null || places.has(one.touchpointId);
  const isPerson = (one: { readonly personaId: string }) =>
    people.has(one.personaId);
  const gone = {
    touchpoints: (settings?.touchpoints ?? []).flatMap((one) =>
      isPlace(one) ? [] : one.key,
    ),
    personas: (settings?.personas ?? []).flatMap((one) =>
      isPerson(one) ? [] : one.segment,
    ),
  };
  const { fileName, table, layout, isProposing, isForReal, language } = asked;
  const { signal, tell } = asked;
  const result = await readInThread(
    {
      bytes,
      fileName,
      table,
      layout,
      settings: settings && {
        ...settings,
        touchpoints: settings.touchpoints.filter(isPlace),
        personas: settings.personas.filter(isPerson),
      },
      isProposing,
      isForReal,
      language,
      leastAnswers,
      touchpoints,
      personas,
      saved,
      today: new Date().toISOString().slice(0, 10),
    },
    { signal, tell },
  );
  if (!result.ok) return result;
  const { answer } = result;
  return answer.ok
    ? { ok: true, read: answer, gone, places: { touchpoints, personas } }
    : { ...refused("import_unreadable"), fatal: answer.fatal };
}
