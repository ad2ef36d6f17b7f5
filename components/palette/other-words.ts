import { LOCALES, type Locale } from "@/lib/i18n/config";
import { loadMessages } from "@/lib/i18n/messages";
import type { OtherWords } from "./match";

type Messages = Readonly<Record<string, unknown>>;

/** Every sentence under the path of its key. */
function flat(messages: Messages, path = ""): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) => {
    const at = `${path}.${key}`;
    if (typeof value === "string") return [[at, value] as [string, string]];
    return flat(value as Messages, at);
  });
}

/** What each sentence of one language is in all of them. */
export function wordsOf(
  locale: Locale,
  messages: Readonly<Record<Locale, Messages>>,
): OtherWords {
  const all = LOCALES.map((one) => new Map(flat(messages[one])));
  const words = new Map<string, string>();
  for (const [path, label] of flat(messages[locale])) {
    const others = all.map((sentences) => sentences.get(path) ?? "").join(" ");
    words.set(label, `${words.get(label) ?? ""} ${others}`);
  }
  return (label) => words.get(label) ?? "";
}

/** Loads what entries are called in the other languages. */
export async function loadOtherWords(locale: Locale): Promise<OtherWords> {
  const loaded = await Promise.all(
    LOCALES.map(
      async (one) =>
        [one, await loadMessages(one, ["map", "seeing", "workspace"])] as const,
    ),
  );
  return wordsOf(
    locale,
    Object.fromEntries(loaded) as Record<Locale, Messages>,
  );
}
