import type { JourneySeed } from "../journey/seed";
import type { ChannelId, PersonaId } from "../journey/ids";
import type { ChannelKey } from "./channels";
import type { Template, TemplateLane } from "./template";
import { templates } from "./templates";
import type { TemplateLocale } from "./text";

/** Ids of a workspace's rows for the built-in channels; a channel that a team removed is missing. */
export type ChannelIds = Readonly<Partial<Record<ChannelKey, ChannelId>>>;

/** The ids behind channel keys, without those that the workspace no longer has. */
export function channelIds(
  keys: readonly ChannelKey[],
  ids: ChannelIds,
): ChannelId[] {
  return keys.flatMap((key) => ids[key] ?? []);
}

/** The cell hints of a lane in one language. */
export function cellHints(
  lane: TemplateLane,
  locale: TemplateLocale,
): Record<string, string> {
  const hints = Object.entries(lane.cellHints ?? {});
  return Object.fromEntries(
    hints.map(([column, hint]) => [column, hint[locale]]),
  );
}

/**
 * A template in one language, ready for `createDocument`.
 *
 * @param options.title - title of the new map; empty takes the template's name.
 * @throws Error if no template has this key; doors check keys with `isTemplateKey` first.
 */
export function templateSeed(
  key: string,
  locale: TemplateLocale,
  options: { channels: ChannelIds; personas: PersonaId[]; title?: string },
): JourneySeed {
  const template: Template | undefined = templates.find(
    (known) => known.key === key,
  );
  if (!template) throw new Error(`no template has the key ${key}`);
  return {
    title: options.title || template.name[locale],
    locale,
    ...(template.customerWord && {
      customerWord: template.customerWord[locale],
    }),
    personas: options.personas,
    stages: template.stages.map((stage) => ({
      key: stage.key,
      title: stage.title[locale],
      description: stage.description[locale],
      colour: stage.colour,
      touchpoints: stage.touchpoints?.map((touchpoint) => ({
        key: touchpoint.key,
        title: touchpoint.title[locale],
        channels: channelIds(touchpoint.channels ?? [], options.channels),
        checklist: touchpoint.checklist?.map((question) => question[locale]),
      })),
    })),
    lanes: template.lanes.map((lane) => ({
      key: lane.key,
      kind: lane.kind,
      span: lane.span,
      title: lane.title[locale],
      hint: lane.hint[locale],
      cellHints: cellHints(lane, locale),
      visibility: lane.visibility,
    })),
  };
}

/** Whether a template with this key exists. */
export function isTemplateKey(key: string): boolean {
  return templates.some((template) => template.key === key);
}
