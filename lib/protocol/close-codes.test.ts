import { expect, test } from "vitest";
import {
  CLOSE,
  closeAction,
  mayReturn,
  REFUSED_TOO_OFTEN,
  TOO_MANY_SOCKETS,
} from "./close-codes";

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

test.each([TOO_MANY_SOCKETS, REFUSED_TOO_OFTEN])(
  "[WS-10] who is kept out for now (%s) keeps their document, does not try again and again, and may once they are back",
  (reason) => {
    expect(closeAction(CLOSE.accessGone, reason)).toBe("stop");
    expect(mayReturn({ code: CLOSE.accessGone, reason })).toBe(true);
    // Of a document the words mean nothing.
    expect(closeAction(CLOSE.refused, reason)).toBe("reset");
  },
);

test("whose access is gone is not let in by asking again", () => {
  for (const reason of ["", "ended", "not_editor"])
    expect(mayReturn({ code: CLOSE.accessGone, reason })).toBe(false);
  expect(mayReturn(null)).toBe(false);
});
