import { expect, test } from "vitest";
import { CLOSE, closeAction } from "./close-codes";

test("a client starts clean where its local document can no longer be sent", () => {
  for (const code of [4403, 4404, 4409, 4410, 4413])
    expect(closeAction(code)).toBe("reset");
});

test("a client stops where coming back cannot help", () => {
  expect(closeAction(CLOSE.protocol)).toBe("stop");
  expect(closeAction(CLOSE.identityGone)).toBe("stop");
  expect(closeAction(4499)).toBe("stop");
});

test("a client comes back after everything else, also after codes it does not know", () => {
  for (const code of [1006, 1012, 1013, 4500, 4501, 4508, 4529, 4999]) {
    expect(closeAction(code)).toBe("retry");
  }
});
