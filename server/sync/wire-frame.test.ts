import * as ws from "ws";
import { expect, test } from "vitest";
import { updateFrame, updateWireFrame } from "./frames";
import { wireFrame } from "./wire-frame";

/** What the library writes with; its types leave it out. */
const { Sender } = ws as unknown as {
  Sender: { frame: (data: Buffer, options: object) => Buffer[] };
};

test.each([0, 1, 125, 126, 65_535, 65_536, 300_000])(
  "a message of %i bytes becomes the frame that the library makes of it",
  (bytes) => {
    const message = Buffer.alloc(bytes, 7);
    const options = { fin: true, opcode: 2, mask: false, rsv1: false };
    const parts = Sender.frame(message, { ...options, readOnly: true });
    expect(wireFrame(message).equals(Buffer.concat(parts))).toBe(true);
  },
);

test.each([0, 1, 120, 127, 128, 16_383, 16_384, 65_530, 3_000_000])(
  "a change of %i bytes is told by the frame that says so, whole",
  (bytes) => {
    const update = new Uint8Array(bytes).fill(7);
    const expected = wireFrame(updateFrame(update));
    expect(updateWireFrame(update).equals(expected)).toBe(true);
  },
);
