import type {
  ChannelChoice,
  PersonaChoice,
  StakeholderChoice,
} from "@/components/map/editor-props";
import type { ChannelListItem } from "@/lib/api/channels";
import type { PersonaDetail } from "@/lib/api/personas";
import type { StakeholderListItem } from "@/lib/api/stakeholders";
import type { Locale } from "@/lib/i18n/config";
import { asId } from "@/lib/journey/ids";
import { BUILT_IN_CHANNELS } from "@/lib/templates/channels";

/** A channel as a map offers it; a built-in one is named in the language of the reader. */
export function channelChoice(
  row: Pick<
    ChannelListItem,
    "id" | "key" | "name" | "icon" | "medium" | "archived"
  >,
  locale: Locale,
): ChannelChoice {
  const builtIn = BUILT_IN_CHANNELS.find(({ key }) => key === row.key);
  const { icon, medium, archived } = row;
  return {
    id: asId(row.id),
    name: builtIn?.name[locale] ?? row.name,
    icon,
    medium,
    archived,
  };
}

/** A person or team as a map offers it. */
export function stakeholderChoice(
  row: Pick<StakeholderListItem, "id" | "name" | "kind" | "colour"> & {
    readonly member: { readonly id: string } | null;
    readonly archivedAt: unknown;
  },
): StakeholderChoice {
  const { name, kind, colour } = row;
  const userId = row.member?.id ?? null;
  return {
    id: asId(row.id),
    name,
    kind,
    colour,
    archived: row.archivedAt !== null,
    userId,
  };
}

/** A persona as a map offers it. */
export function personaChoice(
  row: Pick<PersonaDetail, "id" | "name" | "colour" | "summary" | "draft"> & {
    readonly archivedAt: unknown;
  },
): PersonaChoice {
  const { name, colour, summary, draft } = row;
  return {
    id: asId(row.id),
    name,
    colour,
    summary,
    draft,
    archived: row.archivedAt !== null,
  };
}
