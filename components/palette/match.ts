import type { PaletteEntry, PaletteSection } from "./entry";

/** More than these of one kind, and what stands below is never seen. */
const MOST_IN_SECTION = 12;

/** Lower case and without accents, so that nobody has to write them to find something. */
function folded(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLocaleLowerCase()
    .replaceAll("ß", "ss");
}

/** What the same entry is called in other languages: a team of three languages shares one set of habits. */
export type OtherWords = (label: string) => string;

/** Leaves of each section what has all words of a query somewhere in its names; sections that end up empty go. */
export function matching(
  sections: readonly PaletteSection[],
  query: string,
  otherWords: OtherWords,
): PaletteSection[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const isHit = ({ label, place = "" }: PaletteEntry) => {
    const text = folded(
      `${label} ${place} ${otherWords(label)} ${otherWords(place)}`,
    );
    return words.every((word) => text.includes(word));
  };
  return sections
    .map((section) => ({
      ...section,
      entries: section.entries.filter(isHit).slice(0, MOST_IN_SECTION),
    }))
    .filter(({ entries }) => entries.length > 0);
}
