// What Prisma's command line says to its schema engine, and the addresses in it.

/** Parameters that Prisma reads from an address and PostgreSQL does not know. */
const ofPrisma = [
  "schema",
  "connection_limit",
  "pool_timeout",
  "connect_timeout",
  "pgbouncer",
];
const nowhere = "postgresql://none@127.0.0.1:1/none";

/**
 * Sorts the arguments: files of the schema, the datasource, and the words of a command.
 * @param {string[]} args
 */
export function parseArguments(args) {
  const schemaFiles = [];
  const words = [];
  let source = {};
  for (let index = 0; index < args.length; index++) {
    const arg = args[index];
    if (arg === "--datamodels") schemaFiles.push(args[++index]);
    else if (arg === "--datasource") source = JSON.parse(args[++index]);
    else if (arg === "--version" || !arg.startsWith("--")) words.push(arg);
    // Every other flag has a value, and none matters here.
    else index++;
  }
  return { schemaFiles, words, source };
}

/**
 * An address for the driver, with what Prisma had hidden in it.
 *
 * @param {string} [address]
 * @param {string} [database] - instead of the one in the address.
 */
export function targetOf(address = nowhere, database) {
  const url = new URL(address);
  const schema = url.searchParams.get("schema") ?? undefined;
  for (const name of ofPrisma) url.searchParams.delete(name);
  if (database) url.pathname = `/${database}`;
  return {
    url: url.href,
    schema,
    host: url.host,
    name: decodeURIComponent(url.pathname.slice(1)),
  };
}
