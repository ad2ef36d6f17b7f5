import { keyedHash, newSecret, seal, unseal } from "@/server/auth/secrets";
import { publicOrigin } from "@/server/http/site";

const purpose = "personal link";

/** What is in the address of a personal link: 256 random bits. */
export interface NewPersonalToken {
  readonly token: string;
  readonly tokenHash: string;
  readonly tokenSealed: string;
}

/** What a token is looked up by; worthless without the installation's secret. */
export const personalTokenHash = (token: string): string =>
  keyedHash(purpose, token);

/** Whether a text can be one of these tokens at all. */
export const isPersonalToken = (text: string): boolean =>
  /^[\w-]{43}$/.test(text);

/** A fresh token with what rests in the table in its place. */
export function newPersonalToken(): NewPersonalToken {
  const token = newSecret();
  return {
    token,
    tokenHash: personalTokenHash(token),
    tokenSealed: seal(purpose, token),
  };
}

/** The address that a person is given, out of its row; null where the installation's secret has changed. */
export function personalUrl(tokenSealed: string): string | null {
  const token = unseal(purpose, tokenSealed);
  return token && `${publicOrigin()}/p/${token}`;
}
