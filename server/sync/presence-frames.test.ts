import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MESSAGE } from "@/lib/protocol/messages";
import { encodeEntry, readEntry } from "./presence-entry";
import { PresenceFrames, presenceFrame } from "./presence-frames";
import { messageOf } from "./wire-frame";

const state = fc.option(
  fc.dictionary(fc.string(), fc.string({ unit: "binary", maxLength: 300 })),
);
const entry = fc.record({
  clientId: fc.nat(0xffffffff),
  clock: fc.maxSafeNat(),
  state,
});
const entries = fc.uniqueArray(entry, {
  selector: ({ clientId }) => clientId,
  minLength: 1,
  maxLength: 12,
});

/** As lib0 would write it. */
function written({ clientId, clock, state: said }: Said): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, JSON.stringify(said));
  return encoding.toUint8Array(encoder);
}

interface Said {
  clientId: number;
  clock: number;
  state: object | null;
}

/** The client ids of a frame, in its order; every byte of it is read. */
function idsIn(frame: Buffer): number[] {
  const decoder = decoding.createDecoder(messageOf(frame));
  expect(decoding.readVarUint(decoder)).toBe(MESSAGE.presence);
  const body = decoding.createDecoder(decoding.readVarUint8Array(decoder));
  expect(decoding.hasContent(decoder)).toBe(false);
  const ids = Array.from({ length: decoding.readVarUint(body) }, () => {
    const id = decoding.readVarUint(body);
    decoding.readVarUint(body);
    JSON.parse(decoding.readVarString(body));
    return id;
  });
  expect(decoding.hasContent(body)).toBe(false);
  return ids;
}

test("what is said of one client is written as the library would, whatever it says", () => {
  fc.assert(
    fc.property(entry, (said) => {
      const bytes = encodeEntry(said.clientId, said.clock, said.state);
      expect(Buffer.from(written(said)).equals(bytes)).toBe(true);
      expect(readEntry(bytes)).toEqual(said);
    }),
  );
});

test("everybody gets a round without what is said of themselves, and nobody an empty one", () => {
  fc.assert(
    fc.property(entries, (all) => {
      const changed = new Map(
        all.map((said) => [
          said.clientId,
          encodeEntry(said.clientId, said.clock, said.state),
        ]),
      );
      const frames = new PresenceFrames(changed);
      const ids = all.map(({ clientId }) => clientId);
      expect(idsIn(frames.all())).toEqual(ids);
      expect(idsIn(presenceFrame([...changed.values()]))).toEqual(ids);
      expect(frames.allBut(undefined)).toBe(frames.all());
      for (const id of ids) {
        const frame = frames.allBut(id);
        const others = ids.filter((one) => one !== id);
        expect(frame && idsIn(frame)).toEqual(others.length ? others : null);
      }
    }),
  );
});
