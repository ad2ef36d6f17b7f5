// npm run migrate: brings a database to this version. DATABASE_URL is its owner's;
// APP_DATABASE_URL, if given, names the server's own account, whose password is set here.
import fs from "node:fs";
import { grantAppRole } from "./app-role.mjs";
import { migrate } from "./prisma.mjs";
import { Notice, report, say, step } from "./progress.mjs";
import { loadSettings } from "./settings.mjs";

const appUrl = () => {
  const { APP_DATABASE_URL, APP_DATABASE_URL_FILE } = process.env;
  if (!APP_DATABASE_URL_FILE) return APP_DATABASE_URL;
  return fs.readFileSync(APP_DATABASE_URL_FILE, "utf8").trim();
};

try {
  loadSettings();
  const { DATABASE_URL } = process.env;
  if (!DATABASE_URL)
    throw new Notice("Set DATABASE_URL to the database to migrate.");
  await migrate(DATABASE_URL, (work) => step("Migrating the database", work));
  const url = appUrl();
  if (url)
    await grantAppRole(DATABASE_URL, decodeURIComponent(new URL(url).password));
  say("The database is up to date");
} catch (error) {
  process.exitCode = report(error);
}
