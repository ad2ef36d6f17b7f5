import { expect, test } from "vitest";
import { plainError } from "./logger";

test("[PR-09] an error is logged without the rows and addresses that it quotes", () => {
  const error = Object.assign(
    new Error("550 <anna@x.example>: no such user ben+1@y.example", {
      cause: new Error("Key (email)=(carla@z.example) already exists."),
    }),
    {
      code: "23505",
      detail: "Key (email)=(dora@x.example) already exists.",
      parameters: ["secret"],
      rejected: ["eve@x.example"],
    },
  );
  const logged = plainError(error);
  expect(JSON.stringify(logged)).not.toMatch(/@|secret/);
  expect(logged).toMatchObject({
    type: "Error",
    code: "23505",
    message: "550 <<address>>: no such user <address>",
    cause: { message: "Key (email)=(<address>) already exists." },
  });
});

test("what is no error is not written out", () => {
  expect(plainError("a password")).toEqual({ type: "string" });
});
