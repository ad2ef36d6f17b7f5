import type { IncomingMessage } from "node:http";

/** Whether the browser can read what was made small. */
export const takesGzip = ({ headers }: IncomingMessage): boolean =>
  /\bgzip\b(?!\s*;\s*q=0)/.test(String(headers["accept-encoding"]));
