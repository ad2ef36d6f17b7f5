import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { LOCALES } from "./config";
import { NAMESPACES } from "./namespaces";

const folder = fileURLToPath(new URL("./messages/", import.meta.url));

function leaves(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(
    ([key, child]) => leaves(child, path ? `${path}.${key}` : key),
  );
}

function read(locale: string, namespace: string): Map<string, string> {
  return new Map(
    leaves(
      JSON.parse(readFileSync(`${folder}${locale}/${namespace}.json`, "utf8")),
    ),
  );
}

/**
 * The arguments that a message takes, read from an index on; a branch of a plural is a message of its own.
 *
 * @returns where the message ends.
 */
function readArguments(
  text: string,
  start: number,
  names: Set<string>,
): number {
  let at = start;
  while (at < text.length && text[at] !== "}") {
    if (text[at++] !== "{") continue;
    const name = /^\s*\w+\s*/.exec(text.slice(at))?.[0] ?? "";
    names.add(`{${name.trim()}}`);
    at += name.length;
    while (at < text.length && text[at] !== "}") {
      if (text[at++] === "{") at = readArguments(text, at, names) + 1;
    }
    at++;
  }
  return at;
}

/** The arguments and tags of a message, in order. */
function placeholders(message: string): string[] {
  const names = new Set<string>();
  readArguments(message, 0, names);
  for (const [, tag] of message.matchAll(/<(\w+)>/g)) names.add(`<${tag}>`);
  return [...names].sort();
}

test("the words in a branch are no placeholders, an argument in it is one", () => {
  expect(
    placeholders(
      "{count, plural, =0 {None} one {<b>{name}</b>} other {# of {total}}} {day, date, short}",
    ),
  ).toEqual(["<b>", "{count}", "{day}", "{name}", "{total}"]);
});

test.each(LOCALES)(
  "[A9] the namespaces of %s are the ones that are listed",
  (locale) => {
    const files = readdirSync(`${folder}${locale}`).filter((file) =>
      file.endsWith(".json"),
    );
    expect(files.sort()).toEqual(
      NAMESPACES.map((namespace) => `${namespace}.json`).sort(),
    );
  },
);

describe.each(NAMESPACES)("the words of %s", (namespace) => {
  const english = read("en", namespace);

  test.each(["nl", "de"])(
    "[A9] have the same keys and placeholders in %s",
    (locale) => {
      const other = read(locale, namespace);
      expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
      for (const [key, message] of english) {
        expect({
          key,
          placeholders: placeholders(other.get(key) ?? ""),
        }).toEqual({
          key,
          placeholders: placeholders(message),
        });
      }
    },
  );

  test.each(LOCALES)("[A9] are never empty in %s", (locale) => {
    const empty = [...read(locale, namespace)].filter(
      ([, message]) => message.trim() === "",
    );
    expect(empty).toEqual([]);
  });
});

test.each(LOCALES)(
  "what is said in several places is said in one wording in %s",
  (locale) => {
    const [map, panel, lists, tasks] = (
      ["map", "touchpoint", "touchpoints", "mine"] as const
    ).map((namespace) => read(locale, namespace));
    const below = (words: typeof map, start: string) =>
      [...(words ?? [])].flatMap(([key, word]) =>
        key.startsWith(start) ? [[key.slice(start.length), word]] : [],
      );
    expect(below(lists, "messageStatus.")).toEqual(
      below(map, "messageStatus."),
    );
    expect(below(panel, "card.decision.statuses.")).toEqual(
      below(map, "decision."),
    );
    expect(below(panel, "card.task.statuses.")).toEqual(below(map, "task."));
    expect(below(tasks, "status.")).toEqual(
      expect.arrayContaining(below(map, "task.")),
    );
  },
);
