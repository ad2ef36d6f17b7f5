import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { table } from "../../scripts/lint/import-table.mjs";
import { root } from "../../scripts/processes.mjs";
import { lintPlanted } from "./plant";

/** File, what it imports. Each of these must be refused. */
const forbidden: readonly (readonly [string, string])[] = [
  ["lib/journey/a.ts", "react"],
  ["lib/journey/b.ts", "node:fs"],
  ["lib/journey/c.ts", "@/lib/layout/columns"],
  ["lib/journey/d.ts", "../layout/columns"],
  ["lib/journey/testing/e.ts", "../../../server/env"],
  ["lib/journey/f.ts", "@/server/env"],
  ["lib/journey/g.ts", "y-protocols/awareness"],
  ["lib/journey/h.ts", "../../server/env"],
  ["lib/layout/a.ts", "yjs"],
  ["lib/layout/b.ts", "../insight/curve-words"],
  ["lib/layout/c.ts", "@/components/ui/button"],
  ["lib/access/a.ts", "@/server/db/prisma"],
  ["lib/access/b.ts", "pg"],
  ["lib/protocol/a.ts", "ws"],
  ["lib/protocol/b.ts", "@/app/page"],
  ["lib/insight/a.ts", "node:crypto"],
  ["server/a.ts", "react"],
  ["server/b.ts", "next/headers"],
  ["server/c.ts", "@/components/ui/button"],
  ["server/d.ts", "../app/layout"],
  ["server/e.ts", "vitest"],
  ["server/f.ts", "node:child_process"],
  ["server/queries/a.ts", "@/server/sync/door"],
  ["server/queries/b.ts", "../sync/door"],
  ["server/queries/c.ts", "@/server/commands/create-journey"],
  ["server/sync/a.ts", "react-dom/server"],
  ["components/a.tsx", "@/server/env"],
  ["components/map/b.tsx", "../../server/env"],
  ["components/c.tsx", "@/app/page"],
  ["components/d.tsx", "pg"],
  ["components/e.tsx", "node:fs"],
  ["components/f.tsx", "next/headers"],
  ["components/g.tsx", "next/server"],
  ["components/h.tsx", "next-auth"],
  ["app/a.tsx", "@/server/sync/door"],
  ["app/b.tsx", "@/server/commands/create-journey"],
  ["app/c.tsx", "@/server/api/app"],
  ["app/d.tsx", "yjs"],
  ["app/e.tsx", "pg"],
  ["app/f.tsx", "@/test/app"],
  ["e2e/a.spec.ts", "@/server/db/prisma"],
  ["e2e/b.spec.ts", "../server/db/prisma"],
  ["e2e/c.spec.ts", "@/components/ui/button"],
  ["scripts/a.mjs", "../server/env"],
];

const legal: readonly (readonly [string, string])[] = [
  ["lib/journey/la.ts", "yjs"],
  ["lib/journey/lb.ts", "./ids"],
  ["lib/journey/lc.ts", "valibot"],
  ["lib/journey/testing/ld.ts", "../ids"],
  ["lib/journey/le.test.ts", "vitest"],
  ["lib/layout/lb.ts", "@/lib/journey/ids"],
  ["lib/insight/la.ts", "../metrics/mean"],
  ["lib/protocol/la.ts", "y-protocols/awareness"],
  ["server/la.ts", "pg"],
  ["server/lb.ts", "@/lib/journey/resolve"],
  ["server/queries/lc.ts", "@/server/db/prisma"],
  ["server/auth/ld.ts", "next-auth/jwt"],
  ["server/web.ts", "next"],
  ["server/mail/le.ts", "react"],
  ["server/files/picture.ts", "node:child_process"],
  ["components/la.tsx", "react"],
  ["components/lb.tsx", "next/link"],
  ["components/lc.tsx", "@/lib/journey/resolve"],
  ["components/ld.tsx", "y-websocket"],
  ["app/la.tsx", "@/server/queries/journeys"],
  ["app/lb.tsx", "next/navigation"],
  ["app/lc.tsx", "@/components/ui/button"],
  ["e2e/la.spec.ts", "@playwright/test"],
  ["e2e/lb.spec.ts", "@/lib/journey/ids"],
];

let broken: Map<string, Set<string>>;

beforeAll(async () => {
  const files = [...forbidden, ...legal].map(([file, specifier]) => [
    file,
    `import "${specifier}";\nexport {};\n`,
  ]);
  broken = await lintPlanted({
    ...(Object.fromEntries(files) as Record<string, string>),
    "lib/journey/kind-of.ts": `export type { Doc } from "react";\n`,
    "components/later.ts": `export const later = () => import("@/server/env");\n`,
    "server/first.ts": `import { second } from "./second";\nexport const first = () => second;\n`,
    "server/second.ts": `import { first } from "./first";\nexport const second = () => first;\n`,
  });
}, 120_000);

describe("an import that the table forbids is refused", () => {
  test.each(forbidden)("%s imports %s", (file) => {
    expect(broken.get(file)).toContain("waymark(imports)");
  });

  test("as a type that is exported on", () => {
    expect(broken.get("lib/journey/kind-of.ts")).toContain("waymark(imports)");
  });

  test("as an import at run time", () => {
    expect(broken.get("components/later.ts")).toContain("waymark(imports)");
  });

  test("in a circle", () => {
    expect(broken.get("server/first.ts")).toContain("import(no-cycle)");
  });
});

describe("an import that the table allows passes", () => {
  test.each(legal)("%s imports %s", (file) => {
    expect(broken.get(file) ?? new Set()).not.toContain("waymark(imports)");
  });
});

test("docs/architecture.md names each exception of a folder of lib, and no other", () => {
  const text = readFileSync(path.join(root, "docs/architecture.md"), "utf8");
  const [, rest = ""] = text.split("Its exceptions are these");
  const lines = rest.split("\n\nPages")[0]!.split("\n- ").slice(1);
  const named = lines
    .map((line) => [...line.matchAll(/`(lib\/\w+)`/g)].map(([, of]) => of!))
    .filter((folders) => folders.length > 0);
  const everybody = ["lib/journey", "lib/metrics"];
  const inTable = table
    .filter(({ of }) => of.startsWith("lib/") && of !== "lib/journey")
    .map(({ of, folders }) => [
      of,
      ...folders.filter((folder) => !everybody.includes(folder)),
    ])
    .filter((folders) => folders.length > 1);
  const inOrder = (all: string[][]) =>
    all.map(([of, ...folders]) => `${of}: ${folders.sort().join(", ")}`).sort();
  expect(inOrder(named)).toEqual(inOrder(inTable));
});
