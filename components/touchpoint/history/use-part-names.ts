"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback } from "react";
import { useRoom } from "@/components/room/room-context";
import { cardOn } from "@/components/map/facts/card-on";
import {
  TOUCHPOINT_FIELDS,
  TOUCHPOINT_TEXTS,
} from "@/lib/journey/difference-fields";
import type { CardId } from "@/lib/journey/ids";
import type { Part } from "./story";

const FIELDS = [
  ...TOUCHPOINT_TEXTS,
  "notes",
  ...TOUCHPOINT_FIELDS,
  "checklist",
] as const;

/** Fields that are sets, by the name of one thing in them. */
const SETS = {
  channels: "channel",
  owners: "owner",
  emotions: "emotion",
} as const;

const MOST_WORDS = 40;

/** What was written, in words: each thing once. */
export function usePartNames(): (parts: readonly Part[]) => string {
  const t = useTranslations("history.field");
  const thing = useTranslations("map.thing");
  const own = useTranslations("lanes.story");
  const format = useFormatter();
  const { source } = useRoom();
  return useCallback(
    (parts) => {
      const nameOf = ({ root, id, field }: Part): string => {
        if (root === "attachments") return thing("attachment");
        if (root === "cards") {
          const text = cardOn(source.get(), id as CardId)?.text ?? "";
          const start = [...text].slice(0, MOST_WORDS).join("");
          return start ? own("card", { text: start }) : thing("card");
        }
        const known = FIELDS.find((name) => name === field);
        if (known) return t(known);
        const set = Object.entries(SETS).find(([name]) => name === field)?.[1];
        if (set) return t(set);
        return own(field === "loc" ? "place" : "itself");
      };
      return format.list([...new Set(parts.map(nameOf))], {
        type: "conjunction",
      });
    },
    [t, thing, own, format, source],
  );
}
