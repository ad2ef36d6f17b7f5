"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback } from "react";
import { useTimeZone } from "@/components/workspace/local-time";
import type { Author, VersionItem } from "@/lib/api/versions";

/** What a person, a program or the server is called; who is gone has a word of their own. */
export function useAuthorName(): (author: Author) => string {
  const t = useTranslations("history.gone");
  return useCallback(({ kind, name }: Author) => name ?? t(kind), [t]);
}

/** What a version is called: its name, why it was kept, or else when. */
export function useVersionTitle(): (version: VersionItem) => string {
  const t = useTranslations("history.reason");
  const format = useFormatter();
  const timeZone = useTimeZone();
  return useCallback(
    ({ name, reason, at }: VersionItem) => {
      if (name !== null) return name;
      const time = format.dateTime(new Date(at), "time", { timeZone });
      return reason === "automatic" || reason === "asked"
        ? time
        : t(reason, { time });
    },
    [t, format, timeZone],
  );
}
