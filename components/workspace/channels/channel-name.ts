import type { Locale } from "@/lib/i18n/config";
import { BUILT_IN_CHANNELS } from "@/lib/templates/channels";

const names = new Map<string, Readonly<Record<Locale, string>>>(
  BUILT_IN_CHANNELS.map(({ key, name }) => [key, name]),
);

/** A channel's name in a language: built-in ones are translated, the team's own are as written. */
export function channelName(
  channel: { key: string | null; name: string },
  locale: Locale,
): string {
  return (channel.key && names.get(channel.key)?.[locale]) || channel.name;
}
