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
  const filled: { readonly shape: RegExp; readonly others: string }[] = [];
  for (const [path, label] of flat(messages[locale])) {
    const others = all.map((sentences) => sentences.get(path) ?? "").join(" ");
    words.set(label, `${words.get(label) ?? ""} ${others}`);
    const shape = shapeOf(label);
    if (shape) filled.push({ shape, others: others.replaceAll(PARAMETER, "") });
  }
  // What fills a sentence may have a name in each language itself, such as a view.
  const known = new Map<string, string>();
  return (label) => {
    const seen = known.get(label);
    if (seen !== undefined) return seen;
    const found = filled.flatMap(({ shape, others }) => {
      const parts = shape.exec(label)?.slice(1);
      return parts ? [others, ...parts.map((part) => words.get(part))] : [];
    });
    const named = [words.get(label), ...found].join(" ");
    known.set(label, named);
    return named;
  };
}

const PARAMETER = /\{\w+\}/g;

/** What a sentence looks like once its parameters are filled in; null for one that has none, or is not that simple. */
function shapeOf(label: string): RegExp | null {
  const parts = label.split(PARAMETER);
  const isSimple = parts.every((part) => !/[{}<]/.test(part));
  // Without words of its own it would fit everything.
  if (parts.length < 2 || !isSimple || !/\p{L}{2}/u.test(parts.join("")))
    return null;
  const escaped = parts.map((part) =>
    part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  return new RegExp(`^${escaped.join("(.+)")}$`, "u");
}

/** All that entries of the palette take their names from. */
const NAMESPACES = [
  "map",
  "seeing",
  "workspace",
  "views",
  "lanes",
  "emotion",
  "guide",
  "evidence",
  "templates",
  "conversation",
  "failure",
  "imports",
  "journeys",
  "compare",
] as const;

/** Loads what entries are called in the other languages. */
export async function loadOtherWords(locale: Locale): Promise<OtherWords> {
  const loaded = await Promise.all(
    LOCALES.map(
      async (one) => [one, await loadMessages(one, NAMESPACES)] as const,
    ),
  );
  return wordsOf(
    locale,
    Object.fromEntries(loaded) as Record<Locale, Messages>,
  );
}
