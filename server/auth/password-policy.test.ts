import { dictionary } from "@zxcvbn-ts/language-common";
import { expect, test } from "vitest";
import { passwordProblem } from "./password-policy";

test("[AN-02] the ten thousand most common passwords are refused, and so they are in capitals", () => {
  const common = new Set(dictionary["passwords-common"].slice(0, 10_000));
  expect(common.size).toBe(10_000);
  const taken = [...common].filter((password) =>
    [password, password.toUpperCase()].some(
      (one) => passwordProblem(one, "a@x.example") !== "password_common",
    ),
  );
  expect(taken).toEqual([]);
});
