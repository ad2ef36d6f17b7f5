import { COLOURS } from "@/lib/journey/vocabulary";

const colours = COLOURS.filter((colour) => colour !== "grey");

/** The colour of a person in every map and tab: always the same for the same id. */
export function colourOf(userId: string): string {
  let hash = 0;
  for (const char of userId)
    hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return colours[hash % colours.length] ?? "blue";
}
