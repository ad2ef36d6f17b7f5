import { randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

const alphabet =
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const prefix = "wm_";
/** 30 of 62 letters are 178 random bits. */
const secretLength = 30;
const checksumLength = 6;
const shape = new RegExp(
  `^${prefix}[0-9A-Za-z]{${secretLength + checksumLength}}$`,
);

function checksumOf(text: string): string {
  let rest = crc32(text);
  let digits = "";
  for (let index = 0; index < checksumLength; index += 1) {
    digits = alphabet.charAt(rest % alphabet.length) + digits;
    rest = Math.floor(rest / alphabet.length);
  }
  return digits;
}

/** A secret for a program: a prefix that scanners find, randomness, and a checksum against typing errors. */
export function newApiToken(): string {
  const letters = Array.from({ length: secretLength }, () =>
    alphabet.charAt(randomInt(alphabet.length)),
  );
  const body = prefix + letters.join("");
  return body + checksumOf(body);
}

/** Whether a text can be one of our tokens at all; a wrong one need not be looked up. */
export function isApiToken(text: string): boolean {
  if (!shape.test(text)) return false;
  const body = text.slice(0, -checksumLength);
  return text === body + checksumOf(body);
}
