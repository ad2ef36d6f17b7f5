import { expect, test } from "vitest";
import { newSecret } from "./secrets";

test("[SH-01] of a thousand secrets for links each has 256 bits and none comes twice", () => {
  const secrets = Array.from({ length: 1_000 }, newSecret);
  expect(new Set(secrets).size).toBe(secrets.length);
  for (const secret of secrets)
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  // Taken together every bit comes both ways, so none of them is always the same.
  const bytes = secrets.map((secret) => Buffer.from(secret, "base64url"));
  for (let at = 0; at < 32; at += 1) {
    const [all, any] = bytes.reduce(
      ([and, or], secret) => [and & secret[at]!, or | secret[at]!],
      [255, 0],
    );
    expect([all, any]).toEqual([0, 255]);
  }
});
