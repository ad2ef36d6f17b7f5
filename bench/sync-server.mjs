// The production server with a database of its own kind, for a load generator that knows nothing of accounts:
//
//   node bench/sync-server.mjs --prepare FOLDER        writes names.txt (journeys) and headers.txt (tokens)
//   node bench/sync-server.mjs FOLDER                  migrates DATABASE_URL, makes those journeys, then is the server
//   node bench/sync-server.mjs --usual-limits FOLDER   the same with every limit as delivered
//
// The load generator writes faster than people and comes from one address, so the limits of a socket's rate, of a
// person and of connections are raised below; everything else is as delivered. Build first (`npm run build`).
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import pg from "pg";
import { grantAppRole } from "../scripts/app-role.mjs";
import { serverFolder } from "../scripts/build.mjs";
import { migrate } from "../scripts/prisma.mjs";
import { root } from "../scripts/processes.mjs";

// Of three rounds of everything, in which each server that is compared takes names of its own.
const journeys = 9_000;
const people = 100;
const raised = {
  LIMIT_FRAMES_PER_SECOND: "100000",
  LIMIT_FRAMES_BURST: "200000",
  LIMIT_BYTES_PER_SECOND: "100000000",
  LIMIT_FRAMES_PER_USER: "1000000",
  LIMIT_BYTES_PER_USER: "1000000000",
  LIMIT_FRAMES_PER_MAP: "1000000",
  LIMIT_BYTES_PER_MAP: "1000000000",
  LIMIT_SOCKETS_PER_USER: "100000",
  LIMIT_SOCKETS_PER_MAP: "1000",
  LIMIT_CONNECTS_PER_MINUTE: "1000000",
};

const alphabet =
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** As server/auth/api-token.ts makes them. */
function newToken() {
  const letter = () => alphabet[crypto.randomInt(alphabet.length)];
  const body = `wm_${Array.from({ length: 30 }, letter).join("")}`;
  let rest = zlib.crc32(body);
  let digits = "";
  for (let at = 0; at < 6; at++) {
    digits = alphabet[rest % alphabet.length] + digits;
    rest = Math.floor(rest / alphabet.length);
  }
  return body + digits;
}

function prepare(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const names = Array.from({ length: journeys }, () => crypto.randomUUID());
  const write = (file, text) => fs.writeFileSync(path.join(folder, file), text);
  write("names.txt", names.map((name) => `${name}\n`).join(""));
  const tokens = Array.from({ length: people }, newToken);
  write(
    "headers.txt",
    tokens.map((token) => `Authorization: Bearer ${token}\n`).join(""),
  );
}

const read = (folder, file) =>
  fs.readFileSync(path.join(folder, file), "utf8").trim();

/** A workspace, its people with a token each, and empty journeys under the names. */
async function fill(client, { names, tokens }) {
  const workspaceId = crypto.randomUUID();
  const userIds = tokens.map(() => crypto.randomUUID());
  await client.query(
    `INSERT INTO "User" (id, email, name, "passwordHash")
     SELECT id, 'bench' || nth || '@example.org', 'Bench ' || nth, ''
     FROM unnest($1::uuid[]) WITH ORDINALITY AS u(id, nth)`,
    [userIds],
  );
  await client.query(
    `INSERT INTO "Workspace" (id, slug, name) VALUES ($1, 'bench', 'Bench')`,
    [workspaceId],
  );
  await client.query(
    `INSERT INTO "Membership" ("workspaceId", "userId", role)
     SELECT $1, id, 'owner' FROM unnest($2::uuid[]) AS id`,
    [workspaceId, userIds],
  );
  const hash = (token) =>
    crypto.createHash("sha256").update(token).digest("hex");
  await client.query(
    `INSERT INTO "ApiToken" (id, "workspaceId", "userId", name, "tokenHash", "lastFour", scope)
     SELECT gen_random_uuid(), $1, user_id, 'bench', hash, last_four, 'write'
     FROM unnest($2::uuid[], $3::text[], $4::text[]) AS t(user_id, hash, last_four)`,
    [
      workspaceId,
      userIds,
      tokens.map(hash),
      tokens.map((token) => token.slice(-4)),
    ],
  );
  await client.query(
    `INSERT INTO "Journey" (id, "workspaceId") SELECT id, $2 FROM unnest($1::uuid[]) AS id`,
    [names, workspaceId],
  );
  await client.query(
    `INSERT INTO document_head (journey_id) SELECT id FROM unnest($1::uuid[]) AS id`,
    [names],
  );
}

async function isFilled(client) {
  const { rows } = await client.query(
    `SELECT to_regclass('"ApiToken"') IS NOT NULL AS there`,
  );
  if (!rows[0].there) return false;
  const { rowCount } = await client.query(`SELECT 1 FROM "ApiToken" LIMIT 1`);
  return rowCount > 0;
}

/** The address of the server's own account; the same password each time, because several servers share a database. */
async function prepareDatabase(ownerUrl, content) {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const password = crypto
      .createHash("sha256")
      .update(content.tokens[0])
      .digest("hex");
    if (await isFilled(client)) {
      const url = new URL(ownerUrl);
      url.username = "waymark_app";
      url.password = password;
      return url.href;
    }
    await migrate(ownerUrl, (work) => work());
    const url = await grantAppRole(ownerUrl, password);
    await client.query("BEGIN");
    await fill(client, content);
    await client.query("COMMIT");
    await client.query("ANALYZE");
    return url;
  } finally {
    await client.end();
  }
}

/** A database of our own in that server: other servers that are measured keep their tables in the given one. */
async function ownDatabase(url) {
  const client = new pg.Client(url);
  await client.connect();
  const name = "waymark_bench";
  const known = await client.query(
    `SELECT 1 FROM pg_database WHERE datname = $1`,
    [name],
  );
  if (known.rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}

const [first, folder = first] = process.argv.slice(2);
if (first === "--prepare") {
  prepare(folder);
} else {
  const names = read(folder, "names.txt").split("\n");
  const tokens = read(folder, "headers.txt")
    .split("\n")
    .map((line) => line.split("Bearer ")[1]);
  const { DATABASE_URL } = process.env;
  process.env.DATABASE_URL = await prepareDatabase(
    await ownDatabase(DATABASE_URL),
    { names, tokens },
  );
  Object.assign(process.env, first === "--usual-limits" ? {} : raised, {
    NODE_ENV: "production",
    DATA_DIR: path.join(folder, "data"),
    LOG_LEVEL: "warn",
  });
  // This very process becomes the server, so that it is the one that is measured and killed.
  process.chdir(root);
  const program = path.join(root, serverFolder(), "main.js");
  process.argv[1] = program;
  await import(program);
}
