// npm run test:e2e: the product in a real browser, built into a folder of its own. Arguments go to Playwright.
import { checkNode, install } from "./install.mjs";
import { run, root } from "./processes.mjs";
import { report } from "./progress.mjs";
import path from "node:path";

// A person's own server may run from .next meanwhile.
process.env.NEXT_DIST_DIR ??= ".next-test";

try {
  checkNode();
  await install();
  const { ensureChromium } = await import("./chromium.mjs");
  const { generateClient } = await import("./prisma.mjs");
  const { build } = await import("./build.mjs");
  const chromium = await ensureChromium();
  await generateClient();
  await build();
  const cli = path.join(root, "node_modules/@playwright/test/cli.js");
  await run(process.execPath, [cli, "test", ...process.argv.slice(2)], {
    show: true,
    env: { CHROMIUM: chromium },
  });
} catch (error) {
  process.exitCode = report(error);
}
