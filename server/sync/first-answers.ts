import * as Y from "yjs";
import { step2Frame, updateFrame } from "./frames";
import type { LiveDocument } from "./live-document";
import { wireFrame } from "./wire-frame";

const mostKept = 8;
/** A smaller answer is made anew sooner than anything is put before it. */
const worthKeepingBytes = 64 * 1024;
/** What was stored since goes behind the whole while it is at most this part of it. */
const mostSince = 1 / 16;
/** Merging takes longer than in proportion to the number. */
const mostChanges = 500;
/** What was deleted meanwhile is still in what is kept: whoever comes later is to be given what is there. */
const mostAgeMs = 60_000;
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
  /** The answer by itself, or as an update before it. */
  private whole: Buffer;
  /** The answer where something followed; made anew when more does. */
  private last: Buffer | null = null;
  private since: Uint8Array[] = [];
  private sinceBytes = 0;
  private readonly bytes: number;
  private readonly madeAt = performance.now();

  constructor(
    private readonly document: LiveDocument,
    private seq: number,
    update: Uint8Array,
  ) {
    this.whole = wireFrame(step2Frame(update));
    this.bytes = update.length;
  }

  /** @returns false where it is no answer any more. */
  note(stored: readonly Told[]): boolean {
    if (this.bytes < worthKeepingBytes) return false;
    if (this.since.length === 0 && stored.length > 0)
      this.whole = wireFrame(updateFrame(this.whole.subarray(-this.bytes)));
    for (const { seq, data } of stored) {
      if (seq !== this.seq + 1) return false;
      this.seq = seq;
      this.since.push(data);
      this.sinceBytes += data.length;
      this.last = null;
    }
    return (
      this.since.length <= mostChanges &&
      this.sinceBytes <= this.bytes * mostSince
    );
  }

  isOf(document: LiveDocument, seq: number): boolean {
    return (
      document === this.document &&
      seq === this.seq &&
      performance.now() - this.madeAt < mostAgeMs
    );
  }

  /** The whole goes first: somebody who gets no further has no part that looks like a map and is none. */
  frames(): Buffer[] {
    if (this.since.length === 0) return [this.whole];
    if (!this.last) {
      const since = Y.mergeUpdates(this.since);
      this.since = [since];
      this.last = wireFrame(step2Frame(since));
    }
    return [this.whole, this.last];
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
  private readonly parts = new Map<string, Buffer>();

  /** What whoever has nothing is given, where it was stored just so. */
  seed(document: LiveDocument, seq: number, whole: Uint8Array): void {
    this.whole = new Whole(document, seq, whole);
  }

  /** What was stored since, in its order. */
  note(stored: readonly Told[]): void {
    if (this.whole && !this.whole.note(stored)) this.whole = null;
  }

  /** Nothing is kept of a document that is no longer the room's. */
  forget(): void {
    this.whole = null;
    this.document = null;
    this.parts.clear();
  }

  /**
   * As they go over the wire, in the order in which they are to be sent; the last is the answer, and with it
   * everything is there.
   */
  framesFor(
    document: LiveDocument,
    seq: number,
    stateVector: Uint8Array,
  ): readonly Buffer[] {
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
  ): Buffer {
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
    const frame = wireFrame(step2Frame(document.encode(stateVector)));
    this.parts.set(key, frame);
    return frame;
  }
}
