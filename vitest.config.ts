import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = { "@": path.resolve(import.meta.dirname) };
const setupFiles = ["test/patience.ts"];
const exclude = ["**/node_modules/**", "**/.next*/**", "**/dist/**", "e2e/**"];

/** Each kind runs alone, for example `npx vitest run --project unit lib/journey`. */
export default defineConfig({
  resolve: { alias },
  test: {
    // jsdom knows no style sheet of ours, so that no part of the map can be scrolled in it. Each time the map's whole
    // tree would be printed, and what failed be lost among it.
    onConsoleLog: (text) =>
      !text.includes("Auto scrolling has been attached to an element"),
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["**/*.test.ts"],
          exclude: [
            ...exclude,
            "**/*.int.test.ts",
            "**/*.prop.test.ts",
            "test/boundaries/**",
          ],
          testTimeout: 20_000,
          setupFiles,
          // Loading everything anew for each file took longer than the tests do.
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "components",
          include: ["**/*.test.tsx"],
          exclude,
          environment: "jsdom",
          // Other tests run beside it, on machines of two cores.
          testTimeout: 60_000,
          // A page and React for each file took longer than the tests do. The setup keeps files strangers to each other.
          isolate: false,
          setupFiles: ["test/clean-page.ts", ...setupFiles],
        },
      },
      {
        test: {
          name: "boundaries",
          include: ["test/boundaries/**/*.test.ts"],
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "properties",
          include: ["**/*.prop.test.ts"],
          exclude,
          // Nothing is kept between them, and loading the core anew for each file took a third as long as the scripts.
          isolate: false,
          // A long run that was asked for takes as long as it takes.
          testTimeout: process.env.PROPERTY_RUNS ? 14_400_000 : 600_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["**/*.int.test.ts"],
          exclude,
          globalSetup: ["test/postgres-server.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          setupFiles,
          // As long as test/patience.ts waits: a busy machine is not done in a second.
          expect: { poll: { timeout: 15_000 } },
          fileParallelism: false,
          // Loading the server anew for each file took longer than most files do.
          isolate: false,
        },
      },
    ],
  },
});
