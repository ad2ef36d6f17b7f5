interface Row {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
}

/** Whom or what a pasted cell names. */
export interface ReadNames {
  readonly ids: readonly string[];
  /** Nothing here is called so; as it was written. */
  readonly unknown: readonly string[];
}

/** Reads names one below the other or side by side; one that holds a comma itself counts as the whole it is. */
export function readNames(text: string, rows: readonly Row[]): ReadNames {
  const known = new Map<string, string>();
  for (const { id, name, archived } of rows)
    if (!archived && !known.has(plain(name))) known.set(plain(name), id);
  const pieces = [text.trim(), /[\n;]/, /,/].reduce<string[]>(
    (names, step) =>
      typeof step === "string"
        ? [step]
        : names.flatMap((name) =>
            known.has(plain(name)) ? [name] : name.split(step),
          ),
    [],
  );
  const names = pieces.map((name) => name.trim()).filter((name) => name !== "");
  const ids = names.flatMap((name) => known.get(plain(name)) ?? []);
  const unknown = names.filter((name) => !known.has(plain(name)));
  return { ids: [...new Set(ids)], unknown: distinct(unknown) };
}

/** Each name once, whatever its capitals. */
export function distinct(names: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const name of names)
    if (!first.has(plain(name))) first.set(plain(name), name);
  return [...first.values()];
}

function plain(name: string): string {
  return name.trim().toLocaleLowerCase().normalize("NFC");
}
