import { keyedHash, newSecret, seal, unseal } from "@/server/auth/secrets";

const purpose = "share link";

/** What is in the address of a link: 256 random bits. */
export interface NewShareToken {
  readonly token: string;
  readonly tokenHash: string;
  readonly tokenSealed: string;
}

/** What a token is looked up by; worthless without the installation's secret. */
export const shareTokenHash = (token: string): string =>
  keyedHash(purpose, token);

/** A fresh token with what rests in the table in its place. */
export function newShareToken(): NewShareToken {
  const token = newSecret();
  return {
    token,
    tokenHash: shareTokenHash(token),
    tokenSealed: seal(purpose, token),
  };
}

/** The token again, so that a link can be copied later; null where the installation's secret has changed. */
export const openShareToken = (sealed: string): string | null =>
  unseal(purpose, sealed);

/** The address that people hand on. */
export const shareUrl = (origin: string, token: string): string =>
  `${origin}/s/${token}`;
