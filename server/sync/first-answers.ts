import { step2Frame } from "./frames";
import type { LiveDocument } from "./live-document";

const mostKept = 8;

/**
 * What joiners who have the same, for example nothing, are given. Encoding it takes longest in a join, and after
 * a restart everybody comes at once.
 */
export class FirstAnswers {
  private seq = -1;
  private document: LiveDocument | null = null;
  private readonly frames = new Map<string, Uint8Array>();

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
    const key = Buffer.from(stateVector).toString("base64");
    const known = this.frames.get(key);
    if (known) return known;
    const frame = step2Frame(document.encode(stateVector));
    this.frames.set(key, frame);
    return frame;
  }
}
