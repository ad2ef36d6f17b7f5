// The engine as a service: JSON-RPC, one message per line, on standard input and output.
import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { targetOf } from "./arguments.mjs";
import { connect, connectToShadow } from "./database.mjs";

const failed = 4466;
/** What the engine prints gets ids of its own, far from those of its answers. */
let nextPrintId = 1_000_000;

async function loadEngine(home) {
  const code = fs.readFileSync(path.join(home, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(code, {
    "./schema_engine_bg.js": glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

function createEngine({ source, schemaFiles }) {
  const factory = bindMigrationAwareSqlAdapterFactory({
    adapterName: "@prisma/adapter-pg",
    provider: "postgres",
    connect: () => connect(targetOf(source.url)),
    connectToShadowDb: () => connectToShadow(source),
  });
  const schemas = schemaFiles.map((file) => [
    file,
    fs.readFileSync(file, "utf8"),
  ]);
  const datamodels = schemas.length > 0 ? schemas : undefined;
  return glue.SchemaEngine.new({ datamodels }, () => {}, factory);
}

const send = (message) =>
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

function sendError(id, error) {
  const data = {
    is_panic: false,
    message: error.message ?? String(error),
    meta: error.meta ?? null,
    error_code: error.code ?? null,
  };
  const message = "An error happened. Check the data field for details.";
  send({ id, error: { code: failed, message, data } });
}

async function call(engine, method, params) {
  // In this build only devDiagnostic replays the migrations on a shadow database; these two read what it kept.
  if (method === "evaluateDataLoss" || method === "createMigration") {
    const { migrationsList, filters } = params;
    await engine.devDiagnostic({ migrationsList, filters });
  }
  const result =
    await engine[method === "getDatabaseVersion" ? "version" : method](params);
  return result ?? {};
}

/**
 * Answers until standard input ends.
 *
 * @param {object} options
 * @param {string} options.home - the folder of the engine.
 * @param {{ url?: string, shadowDatabaseUrl?: string }} options.source
 * @param {string[]} options.schemaFiles
 */
export async function serve({ home, source, schemaFiles }) {
  await loadEngine(home);
  let engine;
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { id, method, params = {} } = JSON.parse(line);
    if (!method) continue;
    try {
      engine ??= await createEngine({ source, schemaFiles });
      const result = await call(engine, method, params);
      const content = result.stdout;
      if (content)
        send({ id: nextPrintId++, method: "print", params: { content } });
      send({ id, result });
    } catch (error) {
      sendError(id, error);
    }
  }
  process.exit();
}
