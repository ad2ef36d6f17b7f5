const colours = [
  "blue",
  "green",
  "purple",
  "orange",
  "pink",
  "yellow",
  "red",
  "grey",
] as const;

/** One or two letters for a name: first and last word, whole code points. */
export function initialsOf(name: string): string {
  const all = name.trim().split(/\s+/).filter(Boolean);
  // "Mark, 41" is M: what does not begin with a letter is no name, unless there is nothing else.
  const named = all.filter((word) => /^\p{L}/u.test(word));
  const words = named.length > 0 ? named : all;
  const letter = (word: string | undefined) => [...(word ?? "")][0] ?? "";
  const both =
    words.length > 1
      ? letter(words[0]) + letter(words.at(-1))
      : letter(words[0]);
  return both.toLocaleUpperCase();
}

/** The colour of a person or thing: the same id always gets the same one. */
export function colourOf(id: string): (typeof colours)[number] {
  let hash = 0;
  for (const character of id)
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return colours[hash % colours.length] ?? "grey";
}
