import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { interrupt } from "@/server/imports/works";
import { SILENT_SECONDS } from "@/server/queries/import-works";
import { isJourneyHere } from "./is-journey-here";

interface OfJourney {
  readonly workspaceId: string;
  readonly journeyId: string;
}

/** A row for a file that is about to be imported. Whatever is silent by then has stopped for good. */
export async function addImportWork(
  of: OfJourney & {
    readonly createdById: string;
    readonly fileName: string;
    readonly idemKey: string | null;
    readonly requestHash: string;
  },
): Promise<string> {
  const { workspaceId, journeyId } = of;
  await prisma().$executeRaw`
    UPDATE "ImportWork" SET state = 'stopped'
    WHERE "workspaceId" = ${workspaceId}::uuid AND "journeyId" = ${journeyId}::uuid AND state = 'running'
      AND "seenAt" < now() - make_interval(secs => ${SILENT_SECONDS})`;
  const data = { ...of, kind: "import" };
  const { id } = await prisma().importWork.create({ data });
  return id;
}

/** An import under a key that goes on. */
export async function findRunning(
  of: OfJourney & { readonly idemKey: string },
): Promise<{ id: string; requestHash: string | null } | null> {
  const { workspaceId, journeyId, idemKey } = of;
  const [found] = await prisma().$queryRaw<
    { id: string; requestHash: string | null }[]
  >`
    SELECT id, "requestHash" FROM "ImportWork"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "journeyId" = ${journeyId}::uuid AND "idemKey" = ${idemKey}
      AND state = 'running' AND "seenAt" >= now() - make_interval(secs => ${SILENT_SECONDS})
    ORDER BY "createdAt" DESC LIMIT 1`;
  return found ?? null;
}

/** A row for a file that is about to be looked into; false where its id is taken, so that nobody's row is touched. */
export async function addReadingWork(
  of: OfJourney & {
    readonly id: string;
    readonly createdById: string;
    readonly fileName: string;
  },
): Promise<boolean> {
  const data = [{ ...of, kind: "reading" }];
  const { count } = await prisma().importWork.createMany({
    data,
    skipDuplicates: true,
  });
  return count > 0;
}

/** Nobody asks about a file that was looked into. */
export async function dropReadingWork(
  of: OfJourney & { readonly id: string },
): Promise<void> {
  await prisma().importWork.deleteMany({ where: { ...of, kind: "reading" } });
}

/**
 * Cancels an import that goes on, with nothing of it kept, and puts away one that has failed or stopped. One that is
 * done stays done: it can be undone.
 */
export async function cancelImport(
  { actor }: Caller<InsideActor>,
  { journeyId, workId }: { journeyId: string; workId: string },
): Promise<Outcome<object, "forbidden" | "not_found">> {
  if (!can(actor, "journey:import")) return refused("forbidden");
  const { workspaceId } = actor;
  if (!(await isJourneyHere(workspaceId, journeyId)))
    return refused("not_found");
  const one = { workspaceId, journeyId, id: workId, kind: "import" };
  const { count } = await prisma().importWork.updateMany({
    where: { ...one, state: { in: ["running", "failed", "stopped"] } },
    data: { state: "cancelled" },
  });
  if (count > 0) {
    interrupt(workId);
    return { ok: true };
  }
  return (await prisma().importWork.count({ where: one })) > 0
    ? { ok: true }
    : refused("not_found");
}
