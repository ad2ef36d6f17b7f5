import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { defineConfig } from "prisma/config";

// Prisma's command line wants a native engine that its install script downloads. Where that was not
// possible, the WebAssembly engine that npm ships speaks the same protocol (scripts/schema-engine.mjs).
if (!process.env.PRISMA_SCHEMA_ENGINE_BINARY && process.platform !== "win32") {
  const ofPrisma = createRequire(require.resolve("prisma/package.json"));
  const engines = path.dirname(
    ofPrisma.resolve("@prisma/engines/package.json"),
  );
  const hasNative = fs
    .readdirSync(engines)
    .some((file) => file.startsWith("schema-engine-"));
  if (!hasNative) {
    process.env.PRISMA_SCHEMA_ENGINE_BINARY = path.resolve(
      __dirname,
      "scripts/schema-engine.mjs",
    );
    // Prisma reads what the engine says on standard error as JSON: Node must not say anything there.
    process.env.NODE_NO_WARNINGS = "1";
  }
}

export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  // Generating the client needs no database.
  datasource: {
    url: process.env.DATABASE_URL ?? "postgresql://unset@127.0.0.1:1/unset",
  },
});
