import path from "node:path";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./app/i18n-request.ts",
  experimental: {
    // Parsed once, in the build: no page carries a parser of messages.
    messages: {
      path: "./lib/i18n/messages",
      locales: "infer",
      format: "json",
      precompile: true,
    },
  },
});
const root = path.resolve(import.meta.dirname);

/** React Aria brings its words in 34 languages; ours are en-US, nl-NL and de-DE. */
const otherLanguages =
  "ar-AE,bg-BG,cs-CZ,da-DK,el-GR,es-ES,et-EE,fi-FI,fr-FR,he-IL,hr-HR,hu-HU,it-IT,ja-JP,ko-KR,lt-LT,lv-LV," +
  "nb-NO,pl-PL,pt-BR,pt-PT,ro-RO,ru-RU,sk-SK,sl-SI,sr-SP,sv-SE,tr-TR,uk-UA,zh-CN,zh-TW";

/** @type {import("next").NextConfig} */
const config = {
  // Two servers of one checkout (a person's own and a test run's) must not share a build folder.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // Loading every page's module right after the start kept the first people who come back waiting.
  experimental: {
    preloadEntriesOnStart: false,
    // What makes the next build quicker takes an eighth of this one: nothing for one that is never made again.
    turbopackFileSystemCacheForBuild: !process.env.WAYMARK_BUILD_ONCE,
    // They name our own lines in a log; nobody reads that of a build which is gone after its tests.
    serverSourceMaps: !process.env.WAYMARK_BUILD_ONCE,
  },
  // Which build a script is of, for pages that are open during an update. `scripts/build.mjs` names it.
  env: { WAYMARK_BUILD: process.env.WAYMARK_BUILD ?? "" },
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimiser decodes pictures behind a public URL; uploads are re-encoded once instead.
  images: { unoptimized: true },
  typescript: {
    tsconfigPath: "tsconfig.build.json",
    // `npm run types` checks all types and is part of every test run; who only starts Waymark need not wait for it.
    ignoreBuildErrors: true,
  },
  turbopack: {
    root,
    rules: {
      [`**/intl/*/{${otherLanguages}}.mjs`]: {
        loaders: ["./scripts/no-words.cjs"],
        as: "*.js",
      },
      // lib0 names it in what only runs in Node, and every page would carry Next's copy of it.
      "**/compiled/buffer/index.js": {
        condition: "browser",
        loaders: ["./scripts/no-buffer.cjs"],
        as: "*.js",
      },
    },
  },
  outputFileTracingRoot: root,
  productionBrowserSourceMaps: false,
  devIndicators: false,
  serverExternalPackages: [
    "@node-rs/argon2",
    "pg",
    "pino",
    "sharp",
    // Pages are rendered in the server's own process: a second copy would not know its documents.
    "lib0",
    "y-indexeddb",
    "y-protocols",
    "y-websocket",
    "yjs",
  ],
};

export default withNextIntl(config);
