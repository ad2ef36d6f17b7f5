import { prisma } from "@/server/db/prisma";
import { hashPassword } from "@/server/auth/password";
import type { PersonaId, StakeholderId } from "@/lib/journey/ids";

/** Where the grown map goes and who has worked on it. */
export interface GrownHome {
  readonly workspaceId: string;
  readonly slug: string;
  readonly ownerId: string;
}

/** Finds the first workspace that this address owns; null where there is none. */
export async function findHome(
  email: string | undefined,
): Promise<GrownHome | null> {
  const membership = await prisma().membership.findFirst({
    where: { role: "owner", ...(email && { user: { email } }) },
    orderBy: { createdAt: "asc" },
    include: { workspace: true },
  });
  return (
    membership && {
      workspaceId: membership.workspaceId,
      slug: membership.workspace.slug,
      ownerId: membership.userId,
    }
  );
}

const leavers = ["Annegret Süßmeier-Oberländer", "Björn Kötterheinrich"];

/**
 * Two accounts that worked on the map and are members no more: their edits stay in the log under their id.
 *
 * @returns their user ids.
 */
export async function addLeavers(): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, name] of leavers.entries()) {
    const email = `left-${index + 1}@grown-map.example`;
    const passwordHash = await hashPassword(crypto.randomUUID());
    const user = await prisma().user.upsert({
      where: { email },
      create: { email, name, passwordHash, locale: "de" },
      update: {},
    });
    ids.push(user.id);
  }
  return ids;
}

const personas = [
  {
    name: "Familie Yıldız-Hoffmann",
    colour: "blue",
    summary:
      "Zieht mit zwei Kindern von Kassel nach Münster und hat wenig Zeit.",
    household: "Zwei Erwachsene, zwei Kinder (4 und 7)",
    residence: "Münster, Mietwohnung im dritten Stock",
    goals: "Vom ersten Tag an Strom haben, ohne doppelt zu bezahlen",
    pains: "Formulare, die nach Angaben fragen, die niemand zur Hand hat",
  },
  {
    name: "Renate Wiesenhöfer, 68",
    colour: "orange",
    summary: "Zieht in eine kleinere Wohnung und telefoniert lieber.",
    household: "Alleinlebend",
    residence: "Bad Salzuflen",
    goals: "Einen Menschen sprechen, der den ganzen Umzug begleitet",
    pains: "Warteschleifen und Schreiben in schwer verständlicher Sprache",
  },
  {
    name: "Wohngemeinschaft am Nordring",
    colour: "purple",
    summary: "Vier Studierende, wechselnde Mitglieder, alles mit dem Handy.",
    household: "Vier Personen, wechselnd",
    residence: "Leipzig",
    goals: "Den Vertrag in fünf Minuten auf eine andere Person umschreiben",
    pains: "Verträge, die nur auf Papier geändert werden können",
  },
] as const;

/** Makes the three personas of the map. */
export async function addPersonas(workspaceId: string) {
  const rows = await prisma().persona.createManyAndReturn({
    data: personas.map((persona) => ({
      ...persona,
      workspaceId,
      sources: ["data", "interviews"],
    })),
  });
  return rows.map((row) => row.id as PersonaId);
}

const stakeholders = [
  ["team", "Kundenbetreuung Umzugsservice", "Telefon, Chat und E-Mail"],
  [
    "team",
    "Abrechnung und Forderungsmanagement",
    "Jahresverbrauchsabrechnungen",
  ],
  ["team", "Digitale Kanäle", "Website, Kundenkonto und App"],
  ["team", "Netz und Zählerwesen", "Zählerstände und Marktkommunikation"],
  ["person", "Dr. Friederike von Schönfeldt", "Leitung Vertrieb Privatkunden"],
  ["person", "Mehmet Karagöz", "Datenschutzbeauftragter"],
  ["person", leavers[0]!, "Produktmanagement (ausgeschieden)"],
  ["person", leavers[1]!, "Marketing (ausgeschieden)"],
] as const;

/** Makes the people and teams of the map; the two who left are archived but still own touchpoints. */
export async function addStakeholders(workspaceId: string) {
  const rows = await prisma().stakeholder.createManyAndReturn({
    data: stakeholders.map(([kind, name, jobTitle]) => ({
      workspaceId,
      kind,
      name,
      jobTitle,
      archivedAt: leavers.includes(name) ? new Date() : null,
    })),
  });
  return rows.map((row) => row.id as StakeholderId);
}
