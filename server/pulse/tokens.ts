import { keyedHash, newSecret, seal, unseal } from "@/server/auth/secrets";
import { publicOrigin } from "@/server/http/site";

const purpose = "pulse";
const mark = "q-";

/** What is in the address of a pulse: 256 random bits, and a mark by which it is told from other secrets. */
export interface NewPulseToken {
  readonly token: string;
  readonly tokenHash: string;
  readonly tokenSealed: string;
}

/** What a token is looked up by; worthless without the installation's secret. */
export const pulseTokenHash = (token: string): string =>
  keyedHash(purpose, token);

/** Whether a text can be one of these tokens at all. */
export const isPulseToken = (text: string): boolean =>
  /^q-[\w-]{43}$/.test(text);

/** A fresh token with what rests in the table in its place. */
export function newPulseToken(): NewPulseToken {
  const token = mark + newSecret();
  return {
    token,
    tokenHash: pulseTokenHash(token),
    tokenSealed: seal(purpose, token),
  };
}

/** The address that people hand on, out of a row; null where the installation's secret has changed. */
export function pulseUrl(tokenSealed: string): string | null {
  const token = unseal(purpose, tokenSealed);
  return token && `${publicOrigin()}/q/${token}`;
}

/**
 * The key of the answer that one stakeholder gives to one question of a pulse: always the same, so that they answer
 * once. Nobody reads out of it whose it is without the installation's secret.
 */
export function personalKey(asked: {
  readonly pulseId: string;
  readonly touchpointId: string;
  readonly stakeholderId: string;
}): string {
  const { pulseId, touchpointId, stakeholderId } = asked;
  const hex = keyedHash(
    "pulse answer",
    [pulseId, touchpointId, stakeholderId].join("\n"),
  );
  // A UUID of version 8: of whoever makes it, by their own rule.
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
