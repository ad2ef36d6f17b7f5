import * as Y from "yjs";
import { step2Frame, updateFrame } from "./frames";
import type { LiveDocument } from "./live-document";

const mostKept = 8;
/** A smaller answer is made anew sooner than anything is put before it. */
const worthKeepingBytes = 64 * 1024;
/** What was stored since goes before an answer while it is at most this part of it. */
const mostSince = 1 / 16;
/** The state vector of an empty document. */
const nothing = new Uint8Array([0]);
const keyOf = (stateVector: Uint8Array) =>
  Buffer.from(stateVector).toString("base64");
const nothingKey = keyOf(nothing);

/** Something stored, and its number. */
export interface Told {
  readonly seq: number;
  readonly data: Uint8Array;
}

/** The whole map as it once was, and what was stored since. */
class Whole {
  readonly frame: Uint8Array;
  private since: Uint8Array[] = [];
  private sinceBytes = 0;

  constructor(
    private readonly document: LiveDocument,
    private seq: number,
    update: Uint8Array,
  ) {
    this.frame = step2Frame(update);
  }

  /** @returns false where it is no answer any more. */
  note(stored: readonly Told[]): boolean {
    if (this.frame.length < worthKeepingBytes) return false;
    for (const { seq, data } of stored) {
      if (seq !== this.seq + 1) return false;
      this.seq = seq;
      this.since.push(data);
      this.sinceBytes += data.length;
    }
    return this.sinceBytes <= this.frame.length * mostSince;
  }

  isOf(document: LiveDocument, seq: number): boolean {
    return document === this.document && seq === this.seq;
  }

  /** What follows goes first: it waits for the whole, so that whoever has that has everything. */
  frames(): Uint8Array[] {
    if (this.since.length === 0) return [this.frame];
    const since = Y.mergeUpdates(this.since);
    this.since = [since];
    return [updateFrame(since), this.frame];
  }
}

/**
 * What joiners who have the same, above all nothing, are given. Encoding a large map takes longest in a join, and
 * after a restart everybody comes at once, while others go on typing.
 */
export class FirstAnswers {
  private seq = -1;
  private document: LiveDocument | null = null;
  private whole: Whole | null = null;
  private readonly parts = new Map<string, Uint8Array>();

  /** What whoever has nothing is given, where it was stored just so. */
  seed(document: LiveDocument, seq: number, whole: Uint8Array): void {
    this.whole = new Whole(document, seq, whole);
  }

  /** What was stored since, in its order. */
  note(stored: readonly Told[]): void {
    if (this.whole && !this.whole.note(stored)) this.whole = null;
  }

  /** In the order in which they are to be sent; the last is the answer, and with it everything is there. */
  framesFor(
    document: LiveDocument,
    seq: number,
    stateVector: Uint8Array,
  ): readonly Uint8Array[] {
    const key = keyOf(stateVector);
    if (key !== nothingKey)
      return [this.partFor(document, seq, { key, stateVector })];
    if (!this.whole?.isOf(document, seq))
      this.whole = new Whole(document, seq, document.encode());
    return this.whole.frames();
  }

  private partFor(
    document: LiveDocument,
    seq: number,
    { key, stateVector }: { key: string; stateVector: Uint8Array },
  ): Uint8Array {
    if (
      seq !== this.seq ||
      document !== this.document ||
      this.parts.size >= mostKept
    ) {
      this.parts.clear();
      this.seq = seq;
      this.document = document;
    }
    const known = this.parts.get(key);
    if (known) return known;
    const frame = step2Frame(document.encode(stateVector));
    this.parts.set(key, frame);
    return frame;
  }
}
