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

/** The names inside braces and the tags of a message, in order; a plural's branches do not count. */
function placeholders(message: string): string[] {
  const names = [...message.matchAll(/\{\s*(\w+)\s*(?:[,}])/g)].map(
    ([, name]) => `{${name}}`,
  );
  const tags = [...message.matchAll(/<(\w+)>/g)].map(([, name]) => `<${name}>`);
  return [...new Set([...names, ...tags])].sort();
}

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
