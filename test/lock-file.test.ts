import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../scripts/processes.mjs";

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(
  readFileSync(path.join(root, "package-lock.json"), "utf8"),
) as { packages: Record<string, Locked> };
const inFolder = "node_modules/";
const locked = Object.entries(packages).filter(([at]) => at !== "");
const nameOf = (at: string) =>
  at.slice(at.lastIndexOf(inFolder) + inFolder.length);
const versionsOf = (name: string) =>
  locked.filter(([at]) => nameOf(at) === name).map(([, one]) => one.version);

/** Whether a version is at least another, by its first three numbers. */
function isAtLeast(version: string, floor: string): boolean {
  const [own, other] = [version, floor].map((text) =>
    text.split(/[.-]/).slice(0, 3).map(Number),
  ) as [number[], number[]];
  const at = own.findIndex((part, index) => part !== other[index]);
  return at < 0 || (own[at] ?? 0) > (other[at] ?? 0);
}

/** Older ones have a published hole that reaches us. */
const floors = {
  next: "16.4.5",
  react: "19.2.6",
  "react-dom": "19.2.6",
  sharp: "0.35.5",
  nodemailer: "10.0.5",
  ws: "8.21.2",
  lib0: "0.2.118",
  "next-auth": "4.24.15",
};

test.each(Object.entries(floors))(
  "[SC-04] %s is at least %s",
  (name, floor) => {
    const versions = versionsOf(name);
    expect(versions).not.toEqual([]);
    expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual(
      [],
    );
  },
);

// Two copies would not recognise each other's documents.
test.each(["yjs", "lib0", "y-protocols", "react", "react-dom"])(
  "there is exactly one copy of %s",
  (name) => {
    expect(versionsOf(name)).toHaveLength(1);
  },
);

test("the schema engine that npm ships is the one that Prisma's command line expects", () => {
  expect(versionsOf("@prisma/schema-engine-wasm")).toEqual(
    versionsOf("@prisma/engines-version"),
  );
});

// npm drops an optional package that its registry lacks without a word, and npm ci then fails.
test("every platform's package of a native library is locked", () => {
  const missing = locked.flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        !packages[`${at}/${inFolder}${name}`] &&
        !packages[
          `${at.slice(0, at.lastIndexOf(inFolder))}${inFolder}${name}`
        ] &&
        !packages[`${inFolder}${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

test("no address of a registry is locked", () => {
  const text = readFileSync(path.join(root, "package-lock.json"), "utf8");
  expect(text).not.toContain('"resolved": "http');
});

describe("[SC-05] licences", () => {
  const free = [
    "MIT",
    "MIT-0",
    "ISC",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Apache-2.0",
    "0BSD",
    "CC0-1.0",
    "Unlicense",
    "BlueOak-1.0.0",
    "Python-2.0",
    "MPL-2.0",
  ];
  /** Looked at one by one. */
  const lookedAt: Readonly<Record<string, string>> = {
    "@fontsource-variable/inter": "a font, OFL-1.1, shipped unchanged",
    "caniuse-lite": "a table, CC-BY-4.0, read while building and not shipped",
    elkjs:
      "EPL-2.0, part of Prisma's studio, which is neither started nor shipped",
    "seq-queue": "MIT by its LICENSE; its package.json names none",
  };
  const isLibvips = (name: string) =>
    /^@img\/sharp-(libvips-|wasm32|win32-)/.test(name);

  test("are free ones, or looked at", () => {
    const others = locked.filter(
      ([at, { license = "" }]) =>
        !license.split(/ (?:AND|and|OR) /).every((one) => free.includes(one)) &&
        !lookedAt[nameOf(at)] &&
        // LGPL, linked at run time and exchangeable.
        !isLibvips(nameOf(at)),
    );
    expect(
      others.map(([at, { license }]) => `${nameOf(at)}: ${license}`),
    ).toEqual([]);
  });

  test("are only excepted where the package is still there", () => {
    const names = new Set(locked.map(([at]) => nameOf(at)));
    expect(Object.keys(lookedAt).filter((name) => !names.has(name))).toEqual(
      [],
    );
  });
});
