import type { JourneySeed } from "../journey/seed";
import type { PersonaId } from "../journey/ids";
import type { ExampleEvidence } from "./example-evidence";
import { laneSeed, touchpointSeed } from "./seed-parts";
import type { ChannelIds, StakeholderIds } from "./seed-parts";
import type { Template, TemplateStakeholder } from "./template";
import { templates } from "./templates";
import type { TemplateLocale } from "./text";

const templateOf = (key: string): Template | undefined =>
  templates.find((known) => known.key === key);

/**
 * A template in one language, ready for `createDocument`.
 *
 * @param options.title - title of the new map; empty takes the template's name.
 * @param options.stakeholders - rows for those that an example names; without one a touchpoint has no owner.
 * @throws Error if no template has this key; doors check keys with `isTemplateKey` first.
 */
export function templateSeed(
  key: string,
  locale: TemplateLocale,
  options: {
    channels: ChannelIds;
    personas: PersonaId[];
    stakeholders?: StakeholderIds;
    title?: string;
  },
): JourneySeed {
  const template = templateOf(key);
  if (!template) throw new Error(`no template has the key ${key}`);
  const { channels, personas, stakeholders = {}, title } = options;
  const refs = { channels, personas, stakeholders };
  return {
    title: title || template.name[locale],
    locale,
    ...(template.scenario && { scenario: template.scenario[locale] }),
    ...(template.customerWord && {
      customerWord: template.customerWord[locale],
    }),
    personas,
    stages: template.stages.map((stage) => ({
      key: stage.key,
      title: stage.title[locale],
      description: stage.description[locale],
      colour: stage.colour,
      touchpoints: stage.touchpoints?.map((touchpoint) =>
        touchpointSeed(touchpoint, locale, refs),
      ),
    })),
    lanes: template.lanes.map((lane) => laneSeed(lane, locale, refs)),
  };
}

/** Whether a template with this key exists. */
export function isTemplateKey(key: string): boolean {
  return templateOf(key) !== undefined;
}

/** Who is responsible in a filled example; nobody in a template that is to be filled. */
export function templateStakeholders(
  key: string,
): readonly TemplateStakeholder[] {
  return templateOf(key)?.stakeholders ?? [];
}

/** What an example knows about its touchpoints; nothing in a template that is to be filled. */
export function templateEvidence(key: string): readonly ExampleEvidence[] {
  return templateOf(key)?.evidence ?? [];
}
