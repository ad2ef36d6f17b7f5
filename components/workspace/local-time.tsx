"use client";

import { useFormatter, useNow } from "next-intl";
import { useSyncExternalStore } from "react";

const never = () => () => {};
const hereZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const serverZone = () => "UTC";

/** The browser's time zone; UTC while the server draws. */
export function useTimeZone(): string {
  return useSyncExternalStore(never, hereZone, serverZone);
}

interface LocalTimeProps {
  /** ISO 8601. */
  at: string;
  /** `relative`: "3 days ago"; `day`: a date. The exact moment is in the tooltip. */
  style?: "relative" | "day" | "exact";
}

/** A moment in the person's language and zone. */
export function LocalTime({ at, style = "relative" }: LocalTimeProps) {
  const format = useFormatter();
  const now = useNow();
  const timeZone = useTimeZone();
  const date = new Date(at);
  const exact = format.dateTime(date, "exact", { timeZone });
  const text =
    style === "relative"
      ? format.relativeTime(date, date > now ? date : now)
      : format.dateTime(date, style, { timeZone });
  return (
    <time dateTime={at} title={exact} suppressHydrationWarning>
      {text}
    </time>
  );
}
