// The engine's hands: the pg driver behind Prisma's adapter, with three gaps of it filled.
import crypto from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { targetOf } from "./arguments.mjs";

/** PostgreSQL's numbers for "char", the one-letter type of its catalogues, and for text. */
const charType = 18;
const textType = 25;

/** The adapter splits a script at every semicolon, also inside a function: PostgreSQL takes it whole. */
function runScriptsWhole(adapter) {
  adapter.executeScript = async (sql) => {
    try {
      await adapter.underlyingDriver().query(sql);
    } catch (error) {
      adapter.onError(error);
    }
  };
}

/** The adapter does not know "char": it is passed as text and called a character afterwards. */
function passCharsAsText(adapter) {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let chars = [];
  let queue = Promise.resolve();
  adapter.performIO = async (query) => {
    const result = [await performIO(query)].flat().at(-1);
    chars = result.fields.flatMap(({ dataTypeID }, at) =>
      dataTypeID === charType ? [at] : [],
    );
    for (const at of chars) result.fields[at].dataTypeID = textType;
    return result;
  };
  const queryOne = async (query) => {
    const result = await queryRaw(query);
    for (const at of chars) result.columnTypes[at] = ColumnTypeEnum.Character;
    return result;
  };
  // One after the other, or `chars` would be another query's.
  adapter.queryRaw = (query) =>
    (queue = queue.catch(() => {}).then(() => queryOne(query)));
}

/** @param {ReturnType<typeof targetOf>} target */
export async function connect(target) {
  // One session: the engine holds advisory locks and sets the search path.
  const options = { connectionString: target.url, max: 1 };
  const adapter = await new PrismaPg(options, {
    schema: target.schema,
  }).connect();
  runScriptsWhole(adapter);
  passCharsAsText(adapter);
  return adapter;
}

/**
 * A database to try migrations in: the one that is set, or one that is made and dropped again.
 * @param {{ url?: string, shadowDatabaseUrl?: string }} source
 */
export async function connectToShadow(source) {
  if (source.shadowDatabaseUrl)
    return connect(targetOf(source.shadowDatabaseUrl));
  const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
  const admin = new pg.Client(targetOf(source.url).url);
  await admin.connect();
  await admin.query(`CREATE DATABASE "${name}"`);
  const adapter = await connect(targetOf(source.url, name));
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await admin.end();
  };
  return adapter;
}
