// npm run build: both bundles, when a source has changed.
import { build } from "./build.mjs";
import { generateClient } from "./prisma.mjs";
import { report, say, step } from "./progress.mjs";

try {
  await generateClient((work) => step("Generating the database client", work));
  if (!(await build())) say("The build is up to date");
} catch (error) {
  process.exitCode = report(error);
}
