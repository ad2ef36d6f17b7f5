import { pino, type Logger } from "pino";
import { env } from "@/server/env";

const shared = globalThis as { waymarkLogger?: Logger };

const address = /[^\s<>"'`(=]+@[^\s<>"'`)]+/g;

/** A text of somebody else's making, without the addresses that it may quote. */
const masked = (text: string) => text.replaceAll(address, "<address>");

/**
 * What is kept of an error: databases and mail servers put rows and addresses into the further
 * fields of theirs.
 */
export function plainError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    ...(typeof code === "string" && { code }),
    message: masked(error.message),
    stack: masked(error.stack ?? ""),
    ...(error.cause !== undefined && { cause: plainError(error.cause) }),
  };
}

/** One line of JSON for each event; never an address, a token or a text that a person wrote. */
export const logger = (): Logger =>
  (shared.waymarkLogger ??= pino({
    level: env.LOG_LEVEL,
    base: null,
    serializers: { err: plainError },
    redact: ["*.password", "*.token", "*.email", "*.cookie", "*.authorization"],
  }));
