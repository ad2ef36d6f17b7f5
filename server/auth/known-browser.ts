import { randomBytes } from "node:crypto";
import { isSameSecret, keyedHash } from "./secrets";

const purpose = "known browser";
export const knownBrowserMaxAgeSeconds = 365 * 24 * 60 * 60;

const mark = (email: string, browser: string) =>
  keyedHash(purpose, `${browser} ${email}`);

/** What a browser keeps after signing in to an account, to be recognised when strangers guess at it. */
export function newKnownBrowser(email: string): string {
  const browser = randomBytes(16).toString("hex");
  return `${browser}.${mark(email, browser)}`;
}

/** The browser's name if it signed in to this very account before. */
export function knownBrowser(
  cookie: string | undefined,
  email: string,
): string | null {
  const [browser, seal, ...rest] = cookie?.split(".") ?? [];
  if (!browser || !seal || rest.length > 0) return null;
  return isSameSecret(seal, mark(email, browser)) ? browser : null;
}
