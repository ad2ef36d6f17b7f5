import { expect, test } from "vitest";
import { newShareToken, openShareToken } from "./tokens";

test("[SH-01] of 1,000 tokens none comes twice, each has 256 bits, and what rests of one is its own and holds none of it", () => {
  const made = Array.from({ length: 1_000 }, () => newShareToken());
  const all = made.flatMap((one) => Object.values(one));
  expect(new Set(all).size).toBe(3 * made.length);
  for (const { token, tokenHash, tokenSealed } of made) {
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(`${tokenHash} ${tokenSealed}`.includes(token)).toBe(false);
  }
  const [{ token, tokenSealed } = newShareToken()] = made;
  expect(openShareToken(tokenSealed)).toBe(token);
});
