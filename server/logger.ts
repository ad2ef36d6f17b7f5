import { pino, type Logger } from "pino";
import { env } from "@/server/env";

const shared = globalThis as { waymarkLogger?: Logger };

/** One line of JSON for each event; never an address, a token or a text that a person wrote. */
export const logger = (): Logger =>
  (shared.waymarkLogger ??= pino({
    level: env.LOG_LEVEL,
    base: null,
    redact: ["*.password", "*.token", "*.email", "*.cookie", "*.authorization"],
  }));
