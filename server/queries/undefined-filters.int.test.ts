import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApp, type TestApp } from "@/test/app";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

type Query = (...args: unknown[]) => unknown;
interface Found {
  readonly name: string;
  readonly file: string;
  /** Names of the filter's keys as its type says them; null where the first argument is no object type that we can read. */
  readonly keys: readonly string[] | null;
}

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((file) =>
  /^[\w-]+(?<!\.test)\.ts$/.test(file),
);
const sources = new Map(
  files.map((file) => [file, readFileSync(path.join(folder, file), "utf8")]),
);

/** Keys of an object type: of the braces themselves, or of the interfaces that it names. */
function keysOf(type: string): string[] | null {
  const keys = type.split("&").map((part) => {
    const name = part.trim();
    if (name.startsWith("{")) return keysInside(name);
    const declaration = new RegExp(
      `\\n(?:export )?interface ${name}(?: extends ([\\w, ]+))? (\\{[\\s\\S]*?\\n\\})`,
    );
    const declared = [...sources.values()]
      .map((text) => declaration.exec(text))
      .find(Boolean);
    if (!declared) return null;
    const [, parents, body = ""] = declared;
    const inherited = parents ? keysOf(parents.replaceAll(",", "&")) : [];
    return inherited && [...inherited, ...keysInside(body)];
  });
  return keys.some((one) => one === null) ? null : (keys.flat() as string[]);
}

const keysInside = (braces: string): string[] =>
  [...braces.matchAll(/(?:^|[{;\n])\s*(?:readonly )?(\w+)(?:\?)?:/g)].map(
    ([, key]) => key!,
  );

const queries: Found[] = [...sources].flatMap(([file, text]) =>
  [
    ...text.matchAll(
      /\nexport async function (\w+)\(\s*\w+: (\{[^}]*\}|[^,)]+)/g,
    ),
  ].map(([, name, type]) => ({ name: name!, file, keys: keysOf(type!) })),
);

/** Asked by one value instead of by a filter: a token, or what a door has looked up before. */
const byOneValue = new Set([
  "namedAuthors",
  "findInvitation",
  "isLinkOpen",
  "findPersonalPage",
  "readStoredMap",
]);
/** A visit is a token and an address, which are hashed before anything is asked. */
const byVisit = new Set(["shareView", "visitAsPerson"]);
const others = queries.filter(
  ({ name }) => !byOneValue.has(name) && !byVisit.has(name),
);

/** What it threw, or else what it found. */
async function ask(
  { name, file }: Found,
  ...args: unknown[]
): Promise<{ readonly error?: unknown; readonly found?: unknown }> {
  const at = pathToFileURL(path.join(folder, file)).href;
  const module = (await import(/* @vite-ignore */ at)) as Record<string, Query>;
  try {
    return { found: await module[name]!(...args) };
  } catch (error) {
    return { error };
  }
}

describe("[AZ-11] every query refuses an undefined filter before asking", () => {
  test("all are found, and those that take no filter are still there", () => {
    expect(queries.length).toBeGreaterThan(50);
    const names = new Set(queries.map(({ name }) => name));
    expect(
      [...byOneValue, ...byVisit].filter((name) => !names.has(name)),
    ).toEqual([]);
    expect(others.filter(({ keys }) => !keys?.length)).toEqual([]);
  });

  test.each(others.map((found) => [found.name, found] as const))(
    "%s",
    async (_name, found) => {
      const whole = Object.fromEntries(
        found.keys!.map((key) => [key, randomUUID()]),
      );
      for (const key of found.keys!) {
        const { error } = await ask(found, { ...whole, [key]: undefined }, {});
        expect(error, key).toMatchObject({
          code: "filter_undefined",
          message: `The filter ${key} is undefined`,
        });
      }
    },
  );

  test.each(queries.filter(({ name }) => byOneValue.has(name)))(
    "$name takes no filter, and without its value finds nothing",
    async (query) => {
      const { error, found = null } = await ask(query, undefined, []);
      if (!error) expect(found).toBeNull();
    },
  );

  test.each(queries.filter(({ name }) => byVisit.has(name)))(
    "$name without a token is nobody's visit",
    async (query) => {
      const visit = { token: undefined, ip: "192.0.2.1" };
      const { error, found } = await ask(query, visit);
      if (!error) expect(found).toMatchObject({ state: "absent" });
    },
  );
});
