// The page of a map, which Vite builds: for browsers, and for the server that draws it. docs/decisions/039 says why it is not
// one of the framework's pages.
import fs from "node:fs";
import path from "node:path";
import compileMessage from "icu-minify/compile";
import { root } from "./processes.mjs";

/** Below what the framework serves as built files, so that all of them are sent and kept in one way. */
export const mapPageFolder = "static/map";
export const mapPageBase = `/_next/${mapPageFolder}/`;
/** What Vite tells of the browsers' files, for what is written about them here. */
const told = path.join(mapPageFolder, ".vite");
const entry = "app/map-page/browser.tsx";
const answer = "app/map-page/answer.tsx";
const fontOfOurLanguages = /inter-latin-wght-normal[\w-]*\.woff2$/;

const messages = /\/lib\/i18n\/messages\/\w+\/\w+\.json$/;
/** React Aria brings its words in 34 languages. */
const otherWords =
  /\/intl\/[^?]*\/(?!en-US|nl-NL|de-DE)[a-z]{2}-[A-Z]{2}\.mjs$/;

const compiled = (value) =>
  typeof value === "string"
    ? compileMessage(value)
    : Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, compiled(inner)]),
      );

/** Messages are parsed once, in the build, as next.config.js has it: no page carries a parser of them. */
const words = () => ({
  name: "waymark:words",
  enforce: "pre",
  transform: {
    filter: { id: messages },
    handler: (text) => ({
      code: JSON.stringify(compiled(JSON.parse(text))),
      map: null,
    }),
  },
});

/** A language that Waymark does not speak has no words, and its reader falls back. */
const noOtherWords = () => ({
  name: "waymark:no-other-words",
  enforce: "pre",
  load: {
    filter: { id: otherWords },
    handler: () => "export default undefined;",
  },
});

const ours = (name) => path.join(root, "app/map-page", name);

/** Packages of which this process must hold one copy, shared with the server that runs the pages. */
const oneCopy = ["lib0", "y-indexeddb", "y-protocols", "y-websocket", "yjs"];

/** Packages of which a page is drawn: whole, the server would read some thousand files of them when it starts. */
const drawn = [
  "lucide-react",
  "next-intl",
  "use-intl",
  /^(?:@atlaskit|@internationalized|@react-aria|@react-stately)\//,
  /^react-(?:aria|stately)/,
];

/** @param {{ build?: string }} of - by which name open pages know their build. */
const common = ({ build = "" } = {}) => ({
  configFile: false,
  root,
  base: mapPageBase,
  envDir: false,
  publicDir: false,
  logLevel: "warn",
  appType: "custom",
  plugins: [words(), noOtherWords()],
  define: { "process.env.WAYMARK_BUILD": JSON.stringify(build) },
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}/` },
      { find: /^next\/navigation$/, replacement: ours("navigation.ts") },
      { find: /^next\/link$/, replacement: ours("link.tsx") },
      // What it adds for the framework's pages needs the framework.
      { find: /^next-intl$/, replacement: "use-intl" },
      {
        find: /^use-intl\/format-message$/,
        replacement: "use-intl/format-message/format-only",
      },
    ],
  },
});

const named = {
  entryFileNames: "[name]-[hash].js",
  chunkFileNames: "[name]-[hash].js",
  assetFileNames: "[name]-[hash][extname]",
};

const quiet = { checks: { moduleLevelDirective: false } };

const forBrowsers = (folder, of) => ({
  ...common(of),
  build: {
    outDir: path.join(root, folder, mapPageFolder),
    target: "es2022",
    manifest: true,
    modulePreload: { polyfill: false },
    // A file of its own is asked for and kept as others are; as an address within a style none of that is.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      ...quiet,
      input: { page: path.join(root, entry) },
      output: {
        ...named,
        // What the page needs at once comes as one file: a hundred small ones would weigh more and be asked for by turns.
        codeSplitting: { groups: [{ name: "page", tags: ["$initial"] }] },
      },
    },
  },
  worker: { format: "es", rolldownOptions: { output: named } },
});

const forServer = (folder, of) => ({
  ...common(of),
  build: {
    outDir: path.join(root, folder),
    emptyOutDir: true,
    target: "node20",
    ssr: path.join(root, answer),
    // A script that the page carries is the text of a function of this build.
    minify: true,
    sourcemap: false,
    rolldownOptions: { ...quiet, output: { entryFileNames: "answer.js" } },
  },
  ssr: { noExternal: drawn, external: oneCopy },
});

/**
 * Where browsers find what was built for them.
 *
 * @param {string} folder - of the build.
 */
export function mapPageFiles(folder) {
  const file = path.join(root, folder, told, "manifest.json");
  const manifest = JSON.parse(fs.readFileSync(file, "utf8"));
  const page = manifest[entry];
  const scripts = new Set();
  const styles = new Set();
  const look = ({ imports = [], css = [] }) => {
    for (const style of css) styles.add(style);
    for (const name of imports) {
      if (scripts.has(manifest[name].file)) continue;
      scripts.add(manifest[name].file);
      look(manifest[name]);
    }
  };
  look(page);
  const assets =
    page.assets ?? Object.values(manifest).flatMap((one) => one.assets ?? []);
  const font = assets.find((name) => fontOfOurLanguages.test(name));
  const address = (name) => mapPageBase + name;
  return {
    script: address(page.file),
    preloads: [...scripts].map(address),
    styles: [...styles].map(address),
    font: font ? address(font) : null,
  };
}

/**
 * Builds the page of a map.
 *
 * @param {object} of
 * @param {string} of.pages - the framework's build folder, in which the browsers' files go.
 * @param {string} of.server - where the server finds what draws it.
 * @param {string} of.build
 */
export async function buildMapPage({ pages, server, build }) {
  const vite = await import("vite");
  await vite.build(forBrowsers(pages, { build }));
  await vite.build(forServer(server, { build }));
  fs.writeFileSync(
    path.join(root, server, "files.json"),
    JSON.stringify(mapPageFiles(pages)),
  );
  // Where it lies anybody could ask for it.
  fs.rmSync(path.join(root, pages, told), { recursive: true });
}

/**
 * The same while developing: nothing is built ahead, and an open page is loaded anew when a source of it changes.
 *
 * @param {import("node:http").Server} server - whose sockets tell the page.
 */
export async function developMapPage(server) {
  const vite = await import("vite");
  const development = await vite.createServer({
    ...common(),
    ssr: forServer("").ssr,
    optimizeDeps: { entries: [entry] },
    server: { middlewareMode: true, hmr: { server } },
  });
  server.once("close", () => void development.close());
  return {
    load: () => development.ssrLoadModule(`/${answer}`),
    files: {
      script: mapPageBase + entry,
      preloads: [],
      styles: [],
      font: null,
    },
    handle: (request, response, others) =>
      request.url.startsWith(mapPageBase)
        ? development.middlewares(request, response, others)
        : others(),
  };
}
