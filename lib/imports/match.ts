/** A touchpoint of the map that evidence is brought to. */
export interface NamedTouchpoint {
  readonly id: string;
  readonly title: string;
}

/**
 * Proposes which key is which touchpoint: the one of the same name, without regard to capitals, accents, numbers of
 * steps and marks; else the only one of whose name the key has every word, or the other way round.
 *
 * @returns only the keys for which one is found.
 */
export function matchTouchpoints(
  keys: Iterable<string>,
  touchpoints: readonly NamedTouchpoint[],
): Map<string, string> {
  const known = touchpoints.map(({ id, title }) => ({
    id,
    words: wordsOf(title),
  }));
  const found = new Map<string, string>();
  for (const key of keys) {
    const words = wordsOf(key);
    if (words.length === 0) continue;
    const same = known.filter((one) => isSame(one.words, words));
    const near = known.filter((one) => isWithin(one.words, words));
    const best = same.length > 0 ? same : near;
    // Two that fit equally well: whoever chooses knows better.
    if (best.length === 1) found.set(key, best[0]!.id);
  }
  return found;
}

const MOST_CHARACTERS = 300;

function wordsOf(text: string): readonly string[] {
  return text
    .slice(0, MOST_CHARACTERS)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^\d{1,3}[.)]\s/, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.join("") === b.join("");
}

function isWithin(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return (
    few.some((word) => word.length > 3) &&
    few.every((word) => many.includes(word))
  );
}
