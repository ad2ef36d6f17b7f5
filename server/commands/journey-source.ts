import type { ChannelId, PersonaId } from "@/lib/journey/ids";
import { readAs } from "@/lib/journey/kind";
import { journeySeed, type JourneySeed } from "@/lib/journey/seed";
import { seedOf } from "@/lib/journey/seed-of";
import type { ExampleEvidence } from "@/lib/templates/example-evidence";
import type { ChannelKey } from "@/lib/templates/channels";
import {
  isTemplateKey,
  templateEvidence,
  templateSeed,
  templateStakeholders,
} from "@/lib/templates/seed";
import type { ChannelIds, StakeholderIds } from "@/lib/templates/seed-parts";
import { copyTitle } from "@/lib/templates/starter-names";
import type { TemplateStakeholder } from "@/lib/templates/template";
import { templateLocale } from "@/lib/templates/text";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { readDocument } from "@/server/sync/door";
import { copyFilesOf, type CopiedFiles } from "./copy-files";

/** What a new journey is made of. */
export type JourneySource =
  | { readonly kind: "template"; readonly key: string }
  | { readonly kind: "saved-template"; readonly templateId: string }
  | { readonly kind: "blank" }
  | { readonly kind: "journey"; readonly journeyId: string };

export interface SourceAsk {
  readonly workspaceId: string;
  readonly source: JourneySource;
  /** Empty: the template's name, or that of the original with a word for "copy". */
  readonly title: string;
  /** The language of the map and of what a template writes on it. */
  readonly locale: string;
}

/** A journey ready to be written, once the persona that it is about is known. */
export interface PreparedJourney {
  /** Personas that come with the source. */
  readonly personas: readonly PersonaId[];
  /** Who looks after touchpoints in an example, to be found or made in the workspace. */
  readonly stakeholders: readonly TemplateStakeholder[];
  /** What an example knows about its touchpoints. */
  readonly evidence: readonly ExampleEvidence[];
  seed(personas: PersonaId[], stakeholders: StakeholderIds): JourneySeed;
  readonly files: CopiedFiles | null;
}

/** The workspace's rows for the built-in channels that it still uses. */
async function channelIdsOf(workspaceId: string): Promise<ChannelIds> {
  const rows = await prisma().channel.findMany({
    where: { workspaceId, key: { not: null }, archivedAt: null },
    select: { id: true, key: true },
  });
  return Object.fromEntries(
    rows.map(({ id, key }) => [key as ChannelKey, id as ChannelId]),
  );
}

async function fromTemplate(
  key: string,
  ask: SourceAsk,
): Promise<Outcome<PreparedJourney, "not_found">> {
  if (!isTemplateKey(key)) return refused("not_found");
  const channels = await channelIdsOf(ask.workspaceId);
  const { title } = ask;
  return {
    ok: true,
    personas: [],
    stakeholders: templateStakeholders(key),
    evidence: templateEvidence(key),
    files: null,
    seed: (personas, stakeholders) => {
      const locale = templateLocale(ask.locale);
      const options = { channels, personas, stakeholders, title };
      return { ...templateSeed(key, locale, options), locale: ask.locale };
    },
  };
}

async function fromSaved(
  templateId: string,
  ask: SourceAsk,
): Promise<Outcome<PreparedJourney, "not_found">> {
  const { workspaceId } = ask;
  const row = await prisma().template.findUnique({
    where: {
      workspaceId_id: { workspaceId, id: templateId },
      archivedAt: null,
    },
    select: { seed: true, name: true },
  });
  const saved = readAs(journeySeed, row?.seed);
  if (!row || saved === undefined) return refused("not_found");
  const title = ask.title || row.name;
  return {
    ok: true,
    personas: [],
    stakeholders: [],
    evidence: [],
    files: null,
    seed: (personas) => ({ ...saved, title, personas }),
  };
}

async function fromJourney(
  journeyId: string,
  ask: SourceAsk,
): Promise<Outcome<PreparedJourney, "not_found">> {
  const { workspaceId } = ask;
  const row = await prisma().journey.findUnique({
    where: { workspaceId_id: { workspaceId, id: journeyId }, deletedAt: null },
    select: { id: true },
  });
  if (!row) return refused("not_found");
  const original = seedOf((await readDocument(journeyId)).map);
  const files = await copyFilesOf({ workspaceId, journeyId }, original);
  const title = ask.title || copyTitle(original.title, original.locale);
  return {
    ok: true,
    personas: original.personas,
    stakeholders: [],
    evidence: [],
    files,
    seed: (personas) => ({ ...files.seed, title, personas }),
  };
}

/** Reads what a new journey is to be made of. A source in another workspace is not there. */
export function prepareSource(
  ask: SourceAsk,
): Promise<Outcome<PreparedJourney, "not_found">> {
  switch (ask.source.kind) {
    case "template":
      return fromTemplate(ask.source.key, ask);
    case "saved-template":
      return fromSaved(ask.source.templateId, ask);
    case "blank":
      return fromTemplate("blank", ask);
    case "journey":
      return fromJourney(ask.source.journeyId, ask);
  }
}
