import type {
  PersonalPage,
  PersonalTask,
  PersonalTouchpoint,
} from "@/lib/api/person";
import type { StakeholderDuties } from "@/lib/api/ownership";
import { audit } from "@/server/audit";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { personActor, type KnownPerson } from "@/server/person/find-person";
import { knockAsPerson, type TooOften } from "@/server/person/knock-person";
import { findDuties } from "./mine";
import { listPersonalPulses } from "./personal-pulses";

// Each field by name: what else the lists of members come to hold is not theirs to see.
const toTouchpoint = (
  touchpoint: StakeholderDuties["touchpoints"][number],
): PersonalTouchpoint => {
  const { id, title, message, messageStatus, channels, myRole } = touchpoint;
  const { journey, stage } = touchpoint;
  return {
    id,
    title,
    message,
    messageStatus,
    channels,
    myRole,
    journey: { id: journey.id, title: journey.title },
    stage: { title: stage.title, colour: stage.colour },
  };
};

const titleOf = (place: { title: string } | null) =>
  place && { title: place.title };

/** What was dropped is no work of theirs any more, and not theirs to take up again. */
function toTask(
  task: StakeholderDuties["tasks"][number],
): readonly PersonalTask[] {
  const { cardId, text, status, due, journey, stage, touchpoint } = task;
  if (status === "dropped") return [];
  return [
    {
      cardId,
      text,
      status,
      due,
      journey: { id: journey.id, title: journey.title },
      stage: titleOf(stage),
      touchpoint: titleOf(touchpoint),
    },
  ];
}

/** All that a personal link shows. */
export async function findPersonalPage(
  person: KnownPerson,
): Promise<PersonalPage> {
  const { workspaceId, stakeholderId, name, workspace, expiresAt } = person;
  const key = { workspaceId, stakeholderId };
  const [duties, pulses, digest] = await Promise.all([
    findDuties({ ...key, withFinished: true }),
    listPersonalPulses(key),
    prisma().digest.findUnique({ where: { workspaceId_stakeholderId: key } }),
  ]);
  return {
    name,
    workspace,
    expiresAt: expiresAt.toISOString(),
    tasks: duties.tasks.flatMap(toTask),
    touchpoints: duties.touchpoints.map(toTouchpoint),
    pulses,
    isDigestStopped: digest?.stoppedAt != null,
  };
}

/** What the page behind a personal link shows, or which of the ways in which it does not. */
export type PersonalVisit =
  | { readonly state: "open"; readonly page: PersonalPage }
  | { readonly state: "expired" | "absent" }
  | TooOften;

// The first visit of a day is what the audit keeps; each one would let a robot fill it.
const visitSql = `
UPDATE "PersonalLink" l SET "lastUsedAt" = now()
FROM (SELECT id, "lastUsedAt" FROM "PersonalLink" WHERE id = $1 FOR UPDATE) before
WHERE l.id = before.id
RETURNING before."lastUsedAt" IS NULL OR before."lastUsedAt" < now() - interval '1 day' AS "isFirstOfDay"`;

async function noteVisit(person: KnownPerson, ip: string): Promise<void> {
  const { rows } = await pool().query<{ isFirstOfDay: boolean }>(visitSql, [
    person.linkId,
  ]);
  if (!rows[0]?.isFirstOfDay) return;
  await audit({
    caller: { actor: personActor(person), ip },
    workspaceId: person.workspaceId,
    action: "person-link:open",
    subject: { kind: "person-link", id: person.linkId },
  });
}

/**
 * Opens a personal link for a page, and writes down that it was used.
 *
 * @param visit.ip - the caller's address as our server wrote it down (`addressHeader`).
 */
export async function visitAsPerson(visit: {
  token: string;
  ip: string;
}): Promise<PersonalVisit> {
  const found = await knockAsPerson(visit.token, visit.ip);
  if (found.state !== "open") return found;
  const page = await findPersonalPage(found.person);
  await noteVisit(found.person, visit.ip);
  return { state: "open", page };
}
