import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const spec = readFileSync("lib/journey/SPEC.md", "utf8");
const rules = [...spec.matchAll(/^- \*\*(J\d+)\*\*/gm)].map(
  ([, id = ""]) => id,
);

/** Ids in square brackets where a test is named; a table's title may stand apart from its `test`. */
const cited = new Set(
  execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
    encoding: "utf8",
  })
    .split("\n")
    .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/\[(J\d+)\]/g)])
    .map(([, id = ""]) => id),
);

test("every rule of the journey document has a number of its own and a test that cites it", () => {
  expect(rules.length).toBeGreaterThan(50);
  expect(new Set(rules).size).toBe(rules.length);
  expect(rules.filter((id) => !cited.has(id))).toEqual([]);
});

test("no test cites a rule that is not there", () => {
  expect([...cited].filter((id) => !rules.includes(id))).toEqual([]);
});
