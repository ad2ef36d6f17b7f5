import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { env } from "@/server/env";

const ivBytes = 12;
const tagBytes = 16;

/** A key of its own for each purpose, all from AUTH_SECRET. */
export const keyFor = (purpose: string) =>
  Buffer.from(
    hkdfSync("sha256", env.AUTH_SECRET, "", `waymark ${purpose}`, 32),
  );

/** A secret for a link: 256 random bits that fit into an address. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What rests in a table in place of a secret with enough randomness of its own. */
export const hashSecret = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex");

/** A hash that only this installation can compute, for looking a secret up. */
export const keyedHash = (purpose: string, secret: string): string =>
  createHmac("sha256", keyFor(purpose)).update(secret).digest("hex");

/** Encrypts a secret that must be shown again later (AES-256-GCM). */
export function seal(purpose: string, secret: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), iv);
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString("base64url");
}

/** The secret again, or null where the key has changed or the text was altered. */
export function unseal(purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < ivBytes + tagBytes) return null;
  const decipher = createDecipheriv(
    "aes-256-gcm",
    keyFor(purpose),
    bytes.subarray(0, ivBytes),
    { authTagLength: tagBytes },
  );
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    const body = bytes.subarray(ivBytes, -tagBytes);
    return decipher.update(body, undefined, "utf8") + decipher.final("utf8");
  } catch {
    return null;
  }
}

/** Compares two texts in a time that does not tell where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  const a = createHash("sha256").update(one).digest();
  const b = createHash("sha256").update(other).digest();
  return timingSafeEqual(a, b);
}
