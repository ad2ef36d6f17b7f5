import { expect, test } from "vitest";
import { email } from "./account";

test("[AN-12] of a long address only its length is looked at, whatever it is made of", () => {
  const parts = ["(", "a", "a.", '"', "a@", "\r\n"];
  for (const part of parts) {
    const long = `${part.repeat(5_000)}@x.example`;
    const { error } = email.safeParse(long);
    expect(error?.issues.map(({ code }) => code)).toEqual(["too_big"]);
  }
  const longest = `${"a".repeat(64)}@${"b.".repeat(90)}example`;
  expect(longest.length).toBeLessThanOrEqual(254);
  expect(email.safeParse(longest).success).toBe(true);
});
