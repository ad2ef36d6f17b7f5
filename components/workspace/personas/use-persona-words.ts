"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ChannelListItem } from "@/lib/api/channels";
import type { PersonaFields } from "@/lib/api/personas";
import { channelName } from "../channels/channel-name";
import type { ConflictField } from "../conflict-dialog";

/** Every field of a persona as its label and its words, in the order in which they are read. */
export function usePersonaWords(channels: readonly ChannelListItem[]) {
  const t = useTranslations("personas");
  const common = useTranslations("common");
  const locale = useLocale();
  const nameOf = (channelId: string) => {
    const channel = channels.find(({ id }) => id === channelId);
    return channel ? channelName(channel, locale) : null;
  };

  const words = (fields: PersonaFields): Record<string, string> => ({
    [t("field.name")]: fields.name,
    [t("form.label")]: t(`form.${fields.form}`),
    [t("field.summary")]: fields.summary,
    [t("field.household")]: fields.household,
    [t("field.residence")]: fields.residence,
    [t("field.purchases")]: fields.purchases,
    [t("field.shopping")]: t(`shopping.${fields.shopping}`),
    [t("field.activities")]: fields.activities,
    [t("field.goals")]: fields.goals,
    [t("field.wishes")]: fields.wishes,
    [t("field.pains")]: fields.pains,
    [t("field.issuesSolved")]: fields.issuesSolved,
    [t("field.needsMet")]: fields.needsMet,
    [t("field.usefulInfo")]: fields.usefulInfo,
    [t("field.whyUs")]: fields.whyUs,
    [t("field.favouriteChannels")]: fields.favouriteChannels
      .map(nameOf)
      .filter((name) => name !== null)
      .join(", "),
    [t("field.sources")]: fields.sources
      .map((source) => t(`source.${source}`))
      .join(", "),
    [t("field.sourceNote")]: fields.sourceNote,
    [t("field.attributes")]: fields.attributes
      .map(({ name, value }) => `${name}: ${value}`)
      .join("\n"),
    [t("field.colour")]: common(`colour.${fields.colour}`),
  });

  const differences = (
    mine: PersonaFields,
    current: PersonaFields,
  ): ConflictField[] => {
    const theirs = words(current);
    return Object.entries(words(mine))
      .map(([label, text]) => ({
        label,
        mine: text,
        theirs: theirs[label] ?? "",
      }))
      .filter((field) => field.mine !== field.theirs);
  };
  return { words, differences };
}
