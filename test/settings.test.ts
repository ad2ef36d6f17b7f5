import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "../scripts/processes.mjs";

const textOf = (file: string) => readFileSync(path.join(root, file), "utf8");
const namesIn = (text: string, name: RegExp) =>
  [...text.matchAll(name)]
    .map(([, found = ""]) => found)
    .toSorted((a, b) => (a < b ? -1 : 1));

test("docs/self-hosting.md lists exactly the settings that server/env.ts reads", () => {
  const read = namesIn(textOf("server/env.ts"), /^ {2}([A-Z][A-Z0-9_]+): /gm);
  const listed = namesIn(
    textOf("docs/self-hosting.md"),
    /^\| `([A-Z0-9_]+)`/gm,
  );
  expect(read.length).toBeGreaterThan(20);
  expect(listed).toEqual(read);
});

test("what docker-compose.yml sets are settings", () => {
  const read = namesIn(textOf("server/env.ts"), /^ {2}([A-Z][A-Z0-9_]+): /gm);
  const app = /\n {2}app:\n([\s\S]*?)\n {4}secrets:/.exec(
    textOf("docker-compose.yml"),
  );
  const set = namesIn(app?.[1] ?? "", /^ {6}([A-Z0-9_]+?)(?:_FILE)?: /gm);
  expect(set).toContain("DATABASE_URL");
  expect(set.filter((name) => !read.includes(name))).toEqual([]);
});
