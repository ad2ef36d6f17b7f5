import { step2Frame } from "./frames";
import type { LiveDocument } from "./live-document";

const mostKept = 8;
/** The state vector of an empty document. */
const nothing = new Uint8Array([0]);
const keyOf = (stateVector: Uint8Array) =>
  Buffer.from(stateVector).toString("base64");

/**
 * What joiners who have the same, for example nothing, are given. Encoding it takes longest in a join, and after
 * a restart everybody comes at once.
 */
export class FirstAnswers {
  private seq = -1;
  private document: LiveDocument | null = null;
  private readonly frames = new Map<string, Uint8Array>();

  /** What whoever has nothing is given, where it was stored just so. */
  seed(document: LiveDocument, seq: number, whole: Uint8Array): void {
    this.document = document;
    this.seq = seq;
    this.frames.set(keyOf(nothing), step2Frame(whole));
  }

  frameFor(
    document: LiveDocument,
    seq: number,
    stateVector: Uint8Array,
  ): Uint8Array {
    if (
      seq !== this.seq ||
      document !== this.document ||
      this.frames.size >= mostKept
    ) {
      this.frames.clear();
      this.seq = seq;
      this.document = document;
    }
    const key = keyOf(stateVector);
    const known = this.frames.get(key);
    if (known) return known;
    const frame = step2Frame(document.encode(stateVector));
    this.frames.set(key, frame);
    return frame;
  }
}
