// npm run docker:secrets: makes the secrets of docker-compose.yml once. Needs no packages.
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { root } from "./processes.mjs";

const folder = path.join(root, "secrets");
const random = () => crypto.randomBytes(32).toString("base64url");
const [owner, app] = [random(), random()];
const address = (user, password) =>
  `postgresql://${user}:${password}@postgres:5432/waymark`;
const secrets = {
  postgres_password: owner,
  owner_database_url: address("waymark", owner),
  app_database_url: address("waymark_app", app),
  auth_secret: random(),
};

if (fs.existsSync(folder)) {
  console.error(
    "secrets/ is there already. New ones would not open the old database.",
  );
  process.exit(1);
}
// The folder is closed; its files are read by the accounts inside the containers, whose ids are others.
fs.mkdirSync(folder, { mode: 0o700 });
for (const [name, value] of Object.entries(secrets)) {
  fs.writeFileSync(path.join(folder, name), value, { mode: 0o444 });
}
console.log(
  `Wrote ${Object.keys(secrets).join(", ")} to secrets/. Keep a copy in a safe place.`,
);
