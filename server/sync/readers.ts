import type { JourneyMap } from "@/lib/journey/journey-map";
import { resolve } from "@/lib/journey/resolve";
import { AppError } from "@/server/errors";
import type { StoredDocument } from "@/server/log/contract";
import { FirstAnswers, type Told } from "./first-answers";
import type { Keeper } from "./keeper";
import { LiveDocument } from "./live-document";
import type { RoomDeps, RoomItem } from "./room-types";

const againMs = 1_000;

/** A document at a moment at which everything in it was stored. */
interface StoredState {
  readonly seq: number;
  /** What somebody is given who has a part of it, in the order in which it is to be sent. */
  framesFor(stateVector: Uint8Array): readonly Buffer[];
  map(): JourneyMap;
}

/** A map and the seq up to which it holds everything. */
export interface ReadMap {
  readonly map: JourneyMap;
  readonly seq: number;
}

/** Null: the room ended. */
type Reader = (stored: StoredState | null) => void;

/** What readers see of their room. */
interface ReadRoom {
  readonly journeyId: string;
  readonly epoch: number;
  readonly durableSeq: number;
  readonly document: LiveDocument;
  readonly keeper: Keeper;
  readonly isGone: boolean;
  /** Nothing could be stored for long. */
  readonly isDegraded: boolean;
  /** Everything that has arrived is stored. */
  readonly isQuiet: boolean;
  /** The document cannot be put together. */
  fail(error: unknown): void;
  push(item: RoomItem): void;
}

/**
 * Whoever wants the document gets it at the next moment at which everything in it is stored. While nothing can be
 * stored there is no such moment: then they get what the log holds, as soon as that can be read.
 */
export class Readers {
  private readonly waiting = new Set<Reader>();
  private readonly answers = new FirstAnswers();
  private isReading = false;

  constructor(
    private readonly room: ReadRoom,
    private readonly deps: Pick<RoomDeps, "log" | "logger">,
    stored: StoredDocument,
  ) {
    seedFrom(this.answers, room.document, stored);
  }

  add(reader: Reader): void {
    if (this.room.isQuiet) return this.answerNow(reader);
    this.waiting.add(reader);
    const answer = () => {
      if (this.waiting.delete(reader)) reader(this.live());
    };
    this.room.push({ kind: "answer", answer });
    this.serve();
  }

  /** @throws AppError `unavailable` when the room ended meanwhile. */
  read(): Promise<ReadMap> {
    return new Promise((done, fail) => {
      this.add((stored) => {
        try {
          if (!stored) throw new AppError("unavailable");
          done({ map: stored.map(), seq: stored.seq });
        } catch (error) {
          fail(error);
        }
      });
    });
  }

  /** What was stored since, in its order. */
  note(stored: readonly Told[]): void {
    this.answers.note(stored);
  }

  /** Called when another document takes the room's place. */
  forget(): void {
    this.answers.forget();
  }

  /** Called when somebody comes, and when it turns out that nothing can be stored. */
  serve(): void {
    if (this.isReading || !this.room.isDegraded) return;
    if (this.waiting.size > 0) void this.readOn();
  }

  /** This is such a moment, so nobody has to wait for the next turn. */
  private answerNow(reader: Reader): void {
    try {
      reader(this.live());
    } catch (error) {
      this.room.fail(error);
    }
  }

  private async readOn(): Promise<void> {
    const { room, waiting } = this;
    this.isReading = true;
    while (room.isDegraded && !room.isGone && waiting.size > 0)
      if (!(await this.askLog()))
        await new Promise((done) => setTimeout(done, againMs).unref());
    this.isReading = false;
  }

  /** @returns false where the log has nothing to give just now. */
  private async askLog(): Promise<boolean> {
    const { room } = this;
    const { journeyId } = room;
    try {
      const stored = await this.deps.log.load(journeyId);
      if (stored?.epoch !== room.epoch) return false;
      // Of what is stored by now others have heard, and who is given less than that would never hear of it.
      if (room.isGone || stored.headSeq < room.durableSeq) return false;
      this.give(stored);
      return true;
    } catch (error) {
      this.deps.logger.error({ err: error, journeyId }, "reading delayed");
      return false;
    }
  }

  private give(stored: StoredDocument): void {
    const document = new LiveDocument(stored, Infinity);
    const answers = new FirstAnswers();
    seedFrom(answers, document, stored);
    const { headSeq: seq } = stored;
    const state: StoredState = {
      seq,
      framesFor: (vector) => answers.framesFor(document, seq, vector),
      map: () => resolve(document.doc),
    };
    try {
      for (const reader of this.waiting) {
        reader(state);
        this.waiting.delete(reader);
      }
    } finally {
      document.destroy();
    }
  }

  private live(): StoredState | null {
    const { isGone, document, durableSeq: seq, keeper } = this.room;
    if (isGone) return null;
    return {
      seq,
      framesFor: (vector) => this.answers.framesFor(document, seq, vector),
      map: () => keeper.map(),
    };
  }
}

/** What was stored in one piece is what whoever has nothing is given. */
function seedFrom(
  answers: FirstAnswers,
  document: LiveDocument,
  { snapshot, tail, headSeq }: StoredDocument,
): void {
  if (snapshot && tail.length === 0) answers.seed(document, headSeq, snapshot);
}
