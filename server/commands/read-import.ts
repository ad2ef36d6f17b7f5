import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { ImportAsk, ImportReading } from "@/lib/api/imports";
import type { ImportProblem } from "@/lib/imports/contract";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Refused } from "@/server/errors";
import { readInThread, type FileRead } from "@/server/imports/import-worker";
import type { ImportAnswer } from "@/server/imports/job";
import { savedSettings } from "@/server/imports/saved-settings";
import { spend, type Spent } from "@/server/limits/spend";
import { readImportPlaces } from "@/server/queries/import-places";
import { isJourneyHere } from "./is-journey-here";

/** A file and what is asked about it. */
export interface FileAsked extends ImportAsk {
  readonly journeyId: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly signal: AbortSignal;
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
  const result = await readWithMap(workspaceId, asked);
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
      earlier: earlier && {
        id: earlier.id,
        at: earlier.createdAt.toISOString(),
      },
    },
  };
}

/** As hexadecimal digits; computed beside the thread that everybody waits for. */
export async function digestOf(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Buffer.from(digest).toString("hex");
}

/** Reads a file by the map that it is for; settings that point to anything elsewhere find nothing. */
export async function readWithMap(
  workspaceId: string,
  asked: FileAsked,
): Promise<
  | { ok: true; read: Read }
  | Unreadable
  | Refused<"not_found">
  | Extract<FileRead, { ok: false }>
> {
  const { journeyId, bytes, settings } = asked;
  const [{ touchpoints, personas }, saved] = await Promise.all([
    readImportPlaces({ workspaceId, journeyId }),
    savedSettings({ workspaceId, journeyId }),
  ]);
  const places = new Set(touchpoints.map(({ id }) => id));
  const people = new Set(personas.map(({ id }) => id));
  const isOurs =
    settings === null ||
    (settings.touchpoints.every(
      ({ touchpointId }) => touchpointId === null || places.has(touchpointId),
    ) &&
      settings.personas.every(({ personaId }) => people.has(personaId)));
  if (!isOurs) return refused("not_found");
  const { fileName, table, isProposing, language, signal } = asked;
  const result = await readInThread(
    {
      bytes,
      fileName,
      table,
      settings,
      isProposing,
      language,
      touchpoints,
      personas,
      saved,
      today: new Date().toISOString().slice(0, 10),
    },
    { signal },
  );
  if (!result.ok) return result;
  const { answer } = result;
  return answer.ok
    ? { ok: true, read: answer }
    : { ...refused("import_unreadable"), fatal: answer.fatal };
}
