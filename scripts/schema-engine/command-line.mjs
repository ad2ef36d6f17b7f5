// The engine's one-shot commands: can-connect-to-database, create-database, drop-database.
import pg from "pg";
import { targetOf } from "./arguments.mjs";

const connectionTimeoutMillis = 5_000;
const isThereAlready = (error) => ["42P04", "23505"].includes(error.code);

/** One line of the engine's log, which the command line reads from standard error. */
function log(level, message, fields) {
  const line = {
    level,
    target: "schema_engine::logger",
    fields: { message, ...fields },
  };
  console.error(JSON.stringify(line));
}

const statements = {
  "can-connect-to-database": async () => {},
  "create-database": async (client, name) => {
    await client
      .query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
      .catch((error) => {
        if (!isThereAlready(error)) throw error;
      });
  },
  "drop-database": async (client, name) => {
    await client.query(
      `DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)}`,
    );
  },
};

/** Prisma's code and words for what PostgreSQL said. */
function translate(error, target) {
  if (error.code === "3D000")
    return ["P1003", `Database \`${target.name}\` does not exist`];
  if (["28P01", "28000"].includes(error.code)) {
    return [
      "P1000",
      `Authentication failed against database server at \`${target.host}\``,
    ];
  }
  const reason = error.message || error.code;
  return [
    "P1001",
    `Can't reach database server at \`${target.host}\`: ${reason}`,
  ];
}

/** @param {string} command @param {{ url?: string }} source */
export async function runCommand(command, source) {
  log("INFO", command); // The caller drops the first line.
  const target = targetOf(source.url);
  // A database cannot be made or dropped from inside.
  const from =
    command === "can-connect-to-database"
      ? target
      : targetOf(source.url, "postgres");
  const client = new pg.Client({
    connectionString: from.url,
    connectionTimeoutMillis,
  });
  try {
    await client.connect();
    await statements[command](client, target.name);
    await client.end();
  } catch (error) {
    const [code, message] = translate(error, target);
    log("ERROR", message, { error_code: code, is_panic: false });
    process.exitCode = 1;
  }
}
