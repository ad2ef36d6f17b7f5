import { beforeAll, expect, test } from "vitest";
import { lintPlanted } from "./plant";

const wrong = `export const count: number = "one";`;

/** What is wrong, the file, the compiler's number for it, the code. */
const planted: readonly (readonly [string, string, number, string])[] = [
  ["a value of another type", "lib/a.ts", 2322, wrong],
  ["one in a test", "lib/a.test.ts", 2322, wrong],
  ["one in a test of the browser", "e2e/a.spec.ts", 2322, wrong],
  ["one in a setting of a tool", "a.config.ts", 2322, wrong],
  [
    "a property that a component does not know",
    "components/b.tsx",
    2322,
    `import Link from "next/link";\nexport const B = () => <Link hrefs="/" />;`,
  ],
  [
    "a type that is nowhere",
    "lib/c.ts",
    2304,
    `export interface C { of: Nowhere }`,
  ],
  [
    "a file that is nowhere",
    "app/d.ts",
    2307,
    `import { d } from "@/lib/nowhere";\nexport const e = d;`,
  ],
  [
    "what may not be there",
    "server/f.ts",
    2322,
    `const list: string[] = [];\nexport const first: string = list[0];`,
  ],
  [
    "an error that is expected and is none",
    "lib/g.ts",
    2578,
    `// @ts-expect-error -- nothing\nexport const g = 1;`,
  ],
];

let broken: Map<string, Set<string>>;

beforeAll(async () => {
  const files = planted.map(([, file, , code]) => [file, code] as const);
  broken = await lintPlanted(
    { ...Object.fromEntries(files), "lib/fine.ts": "export const fine = 1;" },
    "types",
  );
}, 120_000);

test.each(planted)(
  "the linter refuses %s, as the compiler does",
  (_, file, code) => {
    expect(broken.get(file)).toContain(`typescript(TS${code})`);
  },
);

test("what is well typed is left alone", () => {
  expect(broken.get("lib/fine.ts")).toBeUndefined();
});
