import { beforeAll, expect, test } from "vitest";
import { lintPlanted } from "./plant";

/** What is wrong, the file, the rule that says so, the code. */
const planted: readonly (readonly [string, string, string, string])[] = [
  ["eval", "server/a.ts", "eslint(no-eval)", `eval("1");`],
  [
    "a function made of text",
    "lib/formats/a.ts",
    "eslint(no-new-func)",
    `export const f = new Function("return 1");`,
  ],
  [
    "SQL without parameters",
    "server/b.ts",
    "waymark(unsafe-sql)",
    `declare const db: { $queryRawUnsafe(sql: string): unknown };\nexport const rows = db.$queryRawUnsafe("select 1");`,
  ],
  [
    "HTML put in as text",
    "components/a.tsx",
    "react(no-danger)",
    `export const A = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />;`,
  ],
  [
    "a program started",
    "server/c.ts",
    "waymark(imports)",
    `import { spawn } from "node:child_process";\nspawn("ls");`,
  ],
  [
    "a setting read past server/env.ts",
    "server/d.ts",
    "node(no-process-env)",
    `export const port = process.env.PORT;`,
  ],
  [
    "a setting read in a component",
    "components/b.ts",
    "node(no-process-env)",
    `export const port = process.env.PORT;`,
  ],
  [
    "the server asking an address directly",
    "server/e.ts",
    "eslint(no-restricted-globals)",
    `export const page = () => fetch("http://169.254.169.254/");`,
  ],
  [
    "text of the interface in a component",
    "components/c.tsx",
    "react(jsx-no-literals)",
    `export const C = () => <p>Hello</p>;`,
  ],
  [
    "text of the interface in a page",
    "app/d.tsx",
    "react(jsx-no-literals)",
    `export default function D() {\n  return <p>Hello</p>;\n}`,
  ],
  ...(["aria-label", "alt", "placeholder", "title"] as const).map(
    (name) =>
      [
        `text of the interface in ${name}`,
        `components/${name}.tsx`,
        "react(jsx-no-literals)",
        `export const A = () => <input ${name}="Hello" type="image" />;`,
      ] as const,
  ),
  [
    "text of the interface in an attribute, in braces",
    "components/braces.tsx",
    "react(jsx-curly-brace-presence)",
    `export const B = () => <input title={"Hello"} />;`,
  ],
  [
    "a file too long",
    "lib/journey/long.ts",
    "waymark(long-files)",
    "export {};\n".repeat(401),
  ],
  [
    "a link that asks for its page ahead",
    "components/link.tsx",
    "eslint(no-restricted-imports)",
    `import Link from "next/link";\nexport const Go = () => <Link href="/" />;`,
  ],
  [
    "a test too long",
    "test/long.test.ts",
    "waymark(long-files)",
    "export {};\n".repeat(401),
  ],
  [
    "a promise nobody waits for",
    "server/f.ts",
    "typescript(no-floating-promises)",
    `const work = async () => 1;\nexport const go = () => {\n  work();\n};`,
  ],
  [
    "a promise taken for its value",
    "server/g.ts",
    "typescript(no-misused-promises)",
    `const work = async () => true;\nexport const go = () => (work() ? 1 : 2);`,
  ],
  [
    "any",
    "lib/layout/a.ts",
    "typescript(no-explicit-any)",
    `export const read = (value: any) => value;`,
  ],
  [
    "a skipped test",
    "lib/layout/a.test.ts",
    "vitest(no-disabled-tests)",
    `import { test } from "vitest";\ntest.skip("later", () => {});`,
  ],
  [
    "the only test",
    "lib/layout/b.test.ts",
    "vitest(no-focused-tests)",
    `import { test } from "vitest";\ntest.only("now", () => {});`,
  ],
];

const fine: readonly (readonly [string, string, string])[] = [
  [
    "a long file that says why",
    "lib/templates/long.ts",
    `// Long because it is one table.\n${"export {};\n".repeat(401)}`,
  ],
  [
    "settings in server/env.ts",
    "server/env.ts",
    `export const port = process.env.PORT;`,
  ],
  ["a tool that prints", "scripts/say.mjs", `console.log(process.env.PORT);`],
  [
    "signs that are no words",
    "components/dot.tsx",
    `export const Dot = () => <p>·</p>;`,
  ],
  [
    "a picture that says nothing, and attributes that are no words",
    "components/picture.tsx",
    `export const Picture = ({ src }: { src: string }) => <img src={src} alt="" className="h-4" />;`,
  ],
];

let broken: Map<string, Set<string>>;

beforeAll(async () => {
  const files = [
    ...planted.map(([, file, , code]) => [file, `${code}\n`]),
    ...fine.map(([, file, code]) => [file, `${code}\n`]),
  ];
  broken = await lintPlanted(
    Object.fromEntries(files) as Record<string, string>,
  );
}, 120_000);

test.each(planted)("[SC-11] the linter refuses %s", (_, file, rule) => {
  expect(broken.get(file)).toContain(rule);
});

test.each(fine)("the linter allows %s", (_, file) => {
  expect(broken.get(file)).toBeUndefined();
});
