import { randomUUID } from "node:crypto";
import { prisma } from "@/server/db/prisma";

/** A workspace with two journeys of two stages and three touchpoints each, owned, felt and channelled in part. */
export interface Team {
  workspaceId: string;
  userId: string;
  personaId: string;
  stakeholderId: string;
  channelId: string;
  journeys: string[];
}

export async function makeTeam(name: string): Promise<Team> {
  const db = prisma();
  const user = await db.user.create({
    data: { email: `${name}@example.com`, name, passwordHash: "x" },
  });
  const workspace = await db.workspace.create({
    data: {
      slug: name,
      name,
      memberships: { create: { userId: user.id, role: "editor" } },
    },
  });
  const workspaceId = workspace.id;
  const persona = await db.persona.create({
    data: { workspaceId, name: `${name} Mark` },
  });
  const stakeholder = await db.stakeholder.create({
    data: {
      workspaceId,
      kind: "person",
      name: `${name} Anna`,
      email: `anna@${name}.example`,
      userId: user.id,
    },
  });
  const channel = await db.channel.create({
    data: { workspaceId, key: "phone", name: "Phone", icon: "phone" },
  });
  const team = {
    workspaceId,
    userId: user.id,
    personaId: persona.id,
    stakeholderId: stakeholder.id,
    channelId: channel.id,
    journeys: [] as string[],
  };
  team.journeys.push(await addJourney(team, `${name} B`));
  team.journeys.push(await addJourney(team, `${name} A`));
  return team;
}

export async function addJourney(team: Team, title: string): Promise<string> {
  const db = prisma();
  const { workspaceId, personaId, stakeholderId, channelId } = team;
  const journey = await db.journey.create({ data: { workspaceId, title } });
  const of = { workspaceId, journeyId: journey.id, asOfSeq: 1n };
  const [first, second, phone, mail, visit, card] = Array.from(
    { length: 6 },
    () => randomUUID(),
  ) as [string, string, string, string, string, string];
  await db.journeyPersona.create({ data: { ...of, personaId, ordinal: 0 } });
  await db.stageRow.createMany({
    data: [
      { ...of, id: first, ordinal: 0, title: "Awareness", colour: "blue" },
      { ...of, id: second, ordinal: 1, title: "Decision" },
    ],
  });
  const texts = {
    message: "",
    actualMessage: "",
    notes: "",
    searchQueries: "",
  };
  const touchpoint = (id: string, ordinal: number, name: string) => ({
    ...of,
    ...texts,
    id,
    ordinal,
    title: name,
    stageId: ordinal < 2 ? first : second,
  });
  await db.touchpointRow.createMany({
    data: [
      { ...touchpoint(phone, 0, "Phone call"), message: "100%_sure" },
      touchpoint(mail, 1, "Mail"),
      touchpoint(visit, 2, "Visit"),
      { ...touchpoint(randomUUID(), 3, "In the tray"), stageId: null },
    ],
  });
  await db.touchpointChannel.create({
    data: { ...of, touchpointId: phone, channelId },
  });
  await db.touchpointOwner.createMany({
    data: [
      { ...of, touchpointId: phone, stakeholderId, role: "responsible" },
      { ...of, touchpointId: mail, stakeholderId, role: "involved" },
      {
        ...of,
        touchpointId: visit,
        stakeholderId: randomUUID(),
        role: "responsible",
      },
    ],
  });
  await db.emotionRow.createMany({
    data: [
      { ...of, touchpointId: phone, personaId, value: -2 },
      { ...of, touchpointId: visit, personaId, value: 2 },
      { ...of, touchpointId: mail, personaId: randomUUID(), value: 1 },
    ],
  });
  await db.taskRow.create({
    data: {
      ...of,
      cardId: card,
      stakeholderId,
      status: "open",
      due: new Date("2026-03-01"),
      text: "Call back",
      stageId: first,
    },
  });
  return journey.id;
}
