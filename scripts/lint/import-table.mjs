// Who may import whom: the table of docs/architecture.md, read by the lint rule beside it.
// The first row whose `of` begins a file's path counts. `folders` are paths of this repository; its own are always allowed.
// `packages` lists what is allowed, `notPackages` what is not where anything else is.

const anyLib = ["lib"];
const node = "node:*";
const journeyPackages = ["yjs", "valibot"];

/** A lib folder: the document core, the arithmetic of metrics, and what the folder is about. */
const lib = (name, packages = [], folders = []) => ({
  of: `lib/${name}`,
  folders: ["lib/journey", "lib/metrics", ...folders],
  packages: ["zod", ...packages],
});

export const table = [
  { of: "lib/journey", folders: [], packages: journeyPackages },
  lib("protocol", ["lib0", "valibot", "y-protocols"]),
  lib("formats", ["papaparse", "valibot"]),
  lib("imports", ["fflate", "papaparse", "read-excel-file", "saxes"]),
  lib("i18n", ["next-intl", "@internationalized/date"]),
  // What the API takes and gives names languages, roles, sights, faces, columns of files and deeds, which are decided elsewhere.
  lib(
    "api",
    [],
    [
      "lib/i18n",
      "lib/access",
      "lib/sight",
      "lib/pulse",
      "lib/imports",
      "lib/activity",
    ],
  ),
  // The address of a pulse names a language.
  lib("pulse", [], ["lib/i18n"]),
  lib(""),
  // Reads are asked by pages, whose bundle must not hold a second copy of the live documents.
  {
    of: "server/queries",
    folders: [...anyLib, "server"],
    notFolders: ["server/sync", "server/commands", "server/api"],
    notPackages: ["react", "react-dom", "next"],
  },
  // Mails are composed of React elements; nothing else on the server is.
  { of: "server/mail", folders: [...anyLib, "server"], notPackages: ["next"] },
  // The one place that hands requests to Next.
  {
    of: "server/web.ts",
    folders: [...anyLib, "server"],
    notPackages: ["react"],
  },
  {
    of: "server",
    folders: [...anyLib, "server"],
    notPackages: ["react", "react-dom", "next"],
  },
  {
    of: "components",
    folders: anyLib,
    packages: [
      "react",
      "react-dom",
      "next-intl",
      "next/link",
      "next/navigation",
      "next/dynamic",
      "yjs",
      "lib0",
      "y-protocols",
      "y-websocket",
      "y-indexeddb",
      "react-aria-components",
      "@internationalized/date",
      "@atlaskit/*",
      "@tiptap/*",
      "pdfjs-dist",
      "lucide-react",
      "tinykeys",
    ],
  },
  {
    of: "app",
    folders: [...anyLib, "components", "server"],
    notFolders: [
      "server/sync",
      "server/commands",
      "server/api",
      "server/main",
      "server/web",
    ],
    packages: [
      "next",
      "next/*",
      "next-auth",
      "next-intl",
      "react",
      "react-dom",
      "@fontsource-variable/*",
      "zod",
      node,
    ],
  },
  {
    of: "e2e",
    folders: [...anyLib, "scripts", "test"],
    packages: [
      "@playwright/test",
      "axe-core",
      "yjs",
      "y-websocket",
      "ws",
      "pdfjs-dist",
      "pg",
      node,
    ],
  },
  { of: "scripts", folders: [], notPackages: ["react", "next"] },
];

/** Beside its subject a test may use the tools of tests, and the subject's libraries to look at it. */
export const forTests = {
  folders: [...anyLib, "test", "scripts"],
  packages: [
    "vitest",
    "fast-check",
    "@testing-library/*",
    "fake-indexeddb",
    "d3-shape",
    "yjs",
    "zod",
    "pg",
    "sharp",
    node,
  ],
};

/** A program started by us gets our rights, so each place that starts one is named. */
export const startsPrograms = [
  "server/files/picture.ts",
  "server/sync/testing/",
  "scripts/",
  "test/",
  "e2e/",
  "bench/",
];
