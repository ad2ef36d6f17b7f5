import { randomUUID } from "node:crypto";
import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { PersonaId } from "@/lib/journey/ids";
import type { JourneyState } from "@/lib/journey/vocabulary";
import { templateLocale } from "@/lib/templates/text";
import { noteActivityWith } from "@/server/activity/note";
import type { Caller } from "@/server/audit";
import { inTransaction } from "@/server/db/in-transaction";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";
import { authorOf } from "./author-of";
import { castStakeholders } from "./cast-stakeholders";
import { writeExampleEvidence } from "./example-evidence";
import { draftPersona } from "./draft-persona";
import { prepareSource, type JourneySource } from "./journey-source";
import { writeJourney } from "./write-journey";

export interface JourneyRequest {
  readonly title: string;
  readonly source: JourneySource;
  readonly locale: string;
  /** Whom it is about; null keeps the source's personas, or makes a draft where there is none. */
  readonly personaId: string | null;
  /** Null keeps the source's. */
  readonly state: JourneyState | null;
}

async function isPersonaHere(
  workspaceId: string,
  personaId: string,
): Promise<boolean> {
  const found = await prisma().persona.count({
    where: { workspaceId, id: personaId, archivedAt: null },
  });
  return found > 0;
}

/** Makes a journey out of a template, from nothing or out of another, with everything it needs in one transaction. */
export async function createJourney(
  { actor }: Caller<InsideActor>,
  request: JourneyRequest,
): Promise<Outcome<{ journeyId: string }, "forbidden" | "not_found">> {
  if (!can(actor, "journey:create")) return refused("forbidden");
  const { workspaceId, userId } = actor;
  const { personaId, locale, state } = request;
  if (personaId !== null && !(await isPersonaHere(workspaceId, personaId)))
    return refused("not_found");
  const prepared = await prepareSource({ workspaceId, ...request });
  if (!prepared.ok) return prepared;
  const chosen =
    personaId === null ? prepared.personas : [personaId as PersonaId];
  const journeyId = randomUUID();
  await inTransaction(async (client) => {
    const personas =
      chosen.length > 0
        ? [...chosen]
        : [await draftPersona(client, { workspaceId, locale })];
    const { stakeholders } = prepared;
    const cast = await castStakeholders(client, {
      workspaceId,
      locale,
      stakeholders,
    });
    const seed = prepared.seed(personas, cast);
    const { columnIds } = await writeJourney(client, {
      journeyId,
      workspaceId,
      seed: { ...seed, ...(state && { state }) },
      author: authorOf(actor),
      userId,
    });
    await writeExampleEvidence(client, {
      workspaceId,
      journeyId,
      userId,
      columnIds,
      evidence: prepared.evidence,
      locale: templateLocale(locale),
    });
    await prepared.files?.writeRows(client, { journeyId, userId });
    const isCopy = request.source.kind === "journey";
    const kind = isCopy ? "journey-duplicated" : "journey-made";
    await noteActivityWith(client, { actor, workspaceId, journeyId, kind });
  });
  tellRowsChanged(workspaceId, "journey", journeyId);
  if (prepared.stakeholders.length > 0)
    tellRowsChanged(workspaceId, "stakeholder", null);
  return { ok: true, journeyId };
}
