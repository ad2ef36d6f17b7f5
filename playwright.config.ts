import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/chromium.mjs";

/** `npm run test:e2e` builds first; each worker then starts a server of its own (e2e/fixtures.ts). */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  // Other tests run beside it, on machines of two cores.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: process.env.E2E_REPORT
    ? [["list"], ["json", { outputFile: process.env.E2E_REPORT }]]
    : [["list"]],
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    // What a worker answers passes by `page.route`. Tests of pages that are kept let it in; e2e/offline.spec.ts does.
    serviceWorkers: "block",
    // Recording every step costs a third of the whole run; `npm run test:e2e -- --trace on` records one.
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      // Without these a browser asks for updates, and a closed network makes it wait.
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
