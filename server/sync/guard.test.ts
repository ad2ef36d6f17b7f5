import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { testDocument } from "@/lib/journey/testing/context";
import { guardUpdate } from "./guard";
import { smallSeed } from "./testing/seed";
import { updateBy } from "./testing/updates";

const most = 32;
const guard = (update: Uint8Array) => guardUpdate(update, most);

/** An update written by hand, number by number. */
function byHand(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

test("updates of a journey pass", () => {
  const ctx = testDocument(smallSeed);
  expect(guardUpdate(Y.encodeStateAsUpdate(ctx.doc), 1)).toBe("ok");
  const edit = updateBy(ctx.doc, (doc) => {
    doc.getMap("meta").set("customerWord", "donor");
    for (const touchpoint of doc
      .getMap<Y.Map<Y.XmlFragment>>("touchpoints")
      .values()) {
      const paragraph = new Y.XmlElement("paragraph");
      touchpoint.get("notes")?.insert(0, [paragraph]);
      const words = new Y.XmlText();
      paragraph.insert(0, [words]);
      words.insert(0, "héllo 👋", { bold: true });
      paragraph.setAttribute("align", "left");
    }
  });
  expect(guard(edit)).toBe("ok");
  expect(guard(new Uint8Array([0, 0]))).toBe("ok");
});

test("[E2][WS-11] seven bytes that declare thirty million structs cost nothing", () => {
  const bomb = byHand((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 30_000_000);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 0);
  });
  const before = process.memoryUsage().heapUsed;
  const verdicts = Array.from({ length: 100 }, () => guard(bomb));
  // Decoding it once takes 232 MB.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(8 * 1024 * 1024);
  expect(new Set(verdicts)).toEqual(new Set(["malformed"]));
});

test("[WS-11] more clients than an update of one session needs are refused before they are read", () => {
  const flood = byHand((encoder) => encoding.writeVarUint(encoder, most + 1));
  expect(guard(flood)).toBe("too_many_clients");
});

test("[C13] every truncation and every byte too much is malformed", () => {
  const { doc } = testDocument(smallSeed);
  const update = Y.encodeStateAsUpdate(doc);
  for (let length = 0; length < update.length; length++) {
    expect(guard(update.subarray(0, length))).not.toBe("ok");
  }
  expect(guard(Buffer.concat([update, new Uint8Array(1)]))).toBe("malformed");
});

test("the other wire format of Yjs is not ours", () => {
  const { doc } = testDocument(smallSeed);
  expect(guard(Y.encodeStateAsUpdateV2(doc))).not.toBe("ok");
});

const stranger = (change: (doc: Y.Doc) => void) => {
  const doc = new Y.Doc();
  change(doc);
  return Y.encodeStateAsUpdate(doc);
};

test("[C13][WS-16] names, types and values that no journey holds are refused", () => {
  expect(guard(stranger((doc) => doc.getMap("secrets").set("a", 1)))).toBe(
    "unknown_root",
  );
  expect(guard(stranger((doc) => doc.getArray("cards").push([1])))).toBe("ok");
  const put = (value: unknown) =>
    stranger((doc) => doc.getMap("meta").set("x", value));
  expect(guard(put(new Y.Doc()))).toBe("forbidden_content");
  expect(guard(put(new Y.Array()))).toBe("forbidden_content");
  expect(guard(put(new Uint8Array(3)))).toBe("forbidden_content");
  expect(
    guard(stranger((doc) => doc.getMap("cards").set("__proto__", 1))),
  ).toBe("forbidden_key");
  expect(guard(put([{ constructor: 1 }]))).toBe("forbidden_key");
  expect(guard(put([{ deep: { prototype: 1 } }]))).toBe("forbidden_key");
});

test("[C13] values nested deeper than a journey's are refused without a deep stack", () => {
  const nested = byHand((encoder) => {
    for (const number of [1, 1, 7, 0, 0x28, 1])
      encoding.writeVarUint(encoder, number);
    encoding.writeVarString(encoder, "meta");
    encoding.writeVarString(encoder, "x");
    encoding.writeVarUint(encoder, 1);
    for (let depth = 0; depth < 8_000; depth++) {
      encoding.writeUint8(encoder, 117);
      encoding.writeVarUint(encoder, 1);
    }
    encoding.writeUint8(encoder, 126);
    encoding.writeVarUint(encoder, 0);
  });
  expect(guard(nested)).toBe("too_deep");
});
