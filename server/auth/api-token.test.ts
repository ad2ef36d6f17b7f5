import { expect, test } from "vitest";
import { isApiToken, newApiToken } from "./api-token";

test("[AP-01] a token has a prefix, more than 160 bits, and a checksum that one wrong sign breaks", () => {
  const tokens = Array.from({ length: 200 }, newApiToken);
  expect(new Set(tokens).size).toBe(tokens.length);
  for (const token of tokens) {
    const [, random = "", checksum] = /^wm_(.{30})(.{6})$/.exec(token) ?? [];
    expect(checksum).toBeDefined();
    expect(random.length * Math.log2(62)).toBeGreaterThan(160);
    expect(isApiToken(token)).toBe(true);
  }
  const [token = ""] = tokens;
  for (let at = 0; at < token.length; at += 1) {
    const other = token[at] === "a" ? "b" : "a";
    const mistyped = token.slice(0, at) + other + token.slice(at + 1);
    expect(isApiToken(mistyped), mistyped).toBe(false);
  }
  for (const text of ["", "wm_", `${token}a`, ` ${token}`, `${token}\n`])
    expect(isApiToken(text)).toBe(false);
});
