import { defineConfig } from "@playwright/test";
import tests from "./playwright.config";

/** `npm run screens`: the same browser and server, to take the pictures of docs/screens. */
export default defineConfig({
  ...tests,
  testDir: "e2e/screens",
  testMatch: "**/*.shots.ts",
  reporter: [["list"]],
});
