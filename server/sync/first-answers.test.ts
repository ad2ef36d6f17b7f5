import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { testDocument } from "@/lib/journey/testing/context";
import { textOf } from "@/lib/journey/texts";
import { FirstAnswers } from "./first-answers";
import type { LiveDocument } from "./live-document";
import { bodyOf, isSync } from "./testing/raw-socket";
import { SYNC } from "@/lib/protocol/messages";
import { messageOf } from "./wire-frame";
import { smallSeed } from "./testing/seed";

const nothing: Uint8Array = new Uint8Array([0]);

/** A map of some size, whose changes are stored one by one. */
function map(characters = 200_000) {
  const { doc } = testDocument(smallSeed);
  const title = textOf(doc, { kind: "meta", field: "title" })!;
  title.insert(0, "x".repeat(characters));
  const encode = vi.fn((against?: Uint8Array) =>
    Y.encodeStateAsUpdate(doc, against),
  );
  const document = { encode } as unknown as LiveDocument;
  const answers = new FirstAnswers();
  let seq = 1;
  const stored: Uint8Array[] = [];
  doc.on("update", (data: Uint8Array) => stored.push(data));
  return {
    document,
    answers,
    encode,
    change(work: () => void): void {
      work();
      answers.note(stored.splice(0).map((data) => ({ seq: ++seq, data })));
    },
    type: (text: string) => title.insert(0, text),
    erase: (count: number) => title.delete(0, count),
    words: () => title.toString(),
    skip: () => void seq++,
    ask: (vector = nothing, of = document) =>
      answers.framesFor(of, seq, vector).map(messageOf),
  };
}

/** What a client of Yjs has once it was given everything. */
function given(frames: readonly Uint8Array[], doc = new Y.Doc()) {
  for (const frame of frames) Y.applyUpdate(doc, bodyOf(frame));
  expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
  return textOf(doc, { kind: "meta", field: "title" })!.toString();
}

test("[C23] a large map is encoded once for all who come while somebody types, and each of them gets every letter", () => {
  const large = map();
  for (let round = 0; round < 50; round++) {
    large.change(() => large.type(`${round} `));
    if (round % 7 === 0) large.change(() => large.erase(2));
    const frames = large.ask();
    expect(given(frames)).toBe(large.words());
    // Whoever has the answer calls itself synced.
    expect(frames.map(isSync(SYNC.step2)).lastIndexOf(true)).toBe(
      frames.length - 1,
    );
  }
  expect(large.encode).toHaveBeenCalledTimes(1);
});

test("[C23] what was stored since is never more than a sixteenth of the map", () => {
  const large = map();
  large.ask();
  for (let round = 0; round < 40; round++) {
    large.change(() => large.type("y".repeat(1_000)));
    const frames = large.ask();
    expect(given(frames)).toBe(large.words());
    expect(frames.length > 1 ? frames[1]!.length : 0).toBeLessThan(16_000);
  }
  expect(large.encode.mock.calls.length).toBeLessThan(5);
});

test("[C23] who gets only the first piece has a whole map, and no part that looks like one", () => {
  const large = map();
  const before = given(large.ask());
  large.change(() => large.type("and then "));
  const [first, ...rest] = large.ask();
  expect(rest).toHaveLength(1);
  expect(given([first!])).toBe(before);
});

test("[C23] many small changes, or a minute, make the answer anew: it holds what was deleted since", () => {
  vi.useFakeTimers();
  const large = map();
  large.ask();
  for (let round = 0; round < 600; round++) large.change(() => large.type("."));
  expect(given(large.ask())).toBe(large.words());
  expect(large.encode).toHaveBeenCalledTimes(2);
  large.change(() => large.erase(100));
  expect(large.ask()).toHaveLength(2);
  vi.advanceTimersByTime(60_000);
  expect(large.ask()).toHaveLength(1);
  expect(given(large.ask())).toBe(large.words());
  vi.useRealTimers();
});

test("[C23] nothing is kept of a document whose place another one took", () => {
  const large = map();
  large.ask();
  large.answers.forget();
  large.ask();
  expect(large.encode).toHaveBeenCalledTimes(2);
});

test("[C23] a small map is given as it is, in one piece", () => {
  const small = map(10);
  for (let round = 0; round < 3; round++) {
    small.change(() => small.type("z"));
    expect(small.ask()).toHaveLength(1);
    expect(given(small.ask())).toBe(small.words());
  }
  expect(small.encode).toHaveBeenCalledTimes(3);
});

test("[C23] an answer of which it is not known what followed, or of another document, is not given", () => {
  const large = map();
  large.ask();
  large.skip();
  large.change(() => large.type("after a gap "));
  expect(given(large.ask())).toBe(large.words());
  expect(large.encode).toHaveBeenCalledTimes(2);

  const other = { encode: vi.fn(() => Y.encodeStateAsUpdate(new Y.Doc())) };
  large.ask(nothing, other as unknown as LiveDocument);
  expect(other.encode).toHaveBeenCalledTimes(1);
});

test("[C23] who has a part is given the rest, and does not cost others their answer", () => {
  const large = map();
  const doc = new Y.Doc();
  given(large.ask(), doc);
  for (let round = 0; round < 20; round++) {
    large.change(() => large.type("."));
    const [rest, ...more] = large.ask(Y.encodeStateVector(doc));
    expect(more).toEqual([]);
    expect(rest!.length).toBeLessThan(200);
    expect(given([rest!], doc)).toBe(large.words());
  }
  expect(given(large.ask())).toBe(large.words());
  const whole = large.encode.mock.calls.filter(([against]) => !against);
  expect(whole).toHaveLength(1);
});
