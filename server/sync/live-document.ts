import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { completeEntities } from "@/lib/journey/complete";
import {
  changedEntities,
  type ChangedEntities,
} from "@/lib/journey/changed-entities";
import { overgrownTexts, type LongestTexts } from "@/lib/journey/overgrown";
import { KnownStamps } from "@/lib/journey/stamps";
import { validateEntities } from "@/lib/journey/validate";
import {
  authorKey,
  type StoredDocument,
  type StoredUpdate,
} from "@/server/log/contract";
import { fillDocument } from "@/server/log/document-of";
import { inspectUpdate } from "./inspect";
import { RoomLeft } from "./room-left";

/** What came of changes: the integrated content, encoded anew so that odd encodings go no further. */
export interface Integrated {
  readonly update: Uint8Array;
  readonly clientIds: readonly number[];
}

export type RefusalReason =
  | "malformed"
  | "forbidden_content"
  | "client_id_taken"
  | "schema"
  | "map_full"
  | "incomplete";

/**
 * Why integrating ended before the last frame. `gap`: something is missing. `authors`: it is not known yet whose
 * a client id is. `tainted`: the document holds what it must not and has to be rebuilt.
 */
export type Stop =
  | { readonly kind: "gap" }
  | { readonly kind: "authors" }
  | { readonly kind: "refused"; readonly reason: RefusalReason }
  | { readonly kind: "tainted"; readonly reason: RefusalReason };

export interface Integration {
  /** Null where nothing was new. */
  readonly row: Integrated | null;
  /** What the server itself added to entities that came without all their parts, or under a name that is not theirs. */
  readonly completion: Integrated | null;
  /** A client id was brought for the first time. */
  readonly isClaim: boolean;
  /** Frames that were taken. */
  readonly taken: number;
  readonly stop: Stop | null;
}

/** What came of commands. `isTainted`: they left what must not stay, and the document has to be rebuilt. */
export interface Run {
  readonly row: Integrated | null;
  readonly isTainted: boolean;
  /** Nothing is wrong with what they left but that the map has no room for it. */
  readonly isFull: boolean;
  readonly failure: { readonly error: unknown } | null;
}

type UpdateEvent = [Uint8Array, unknown, Y.Doc, Y.Transaction];
type StoredContent = Pick<StoredDocument, "snapshot" | "tail">;

const server = "server";
/** A document in memory takes so many times as much as encoded, and a room so much beside it. */
const heapPerByte = 11;
const baseBytes = 100 * 1024;
/** What one map takes in at a stretch; then the other maps of the process have their turn. */
export const sliceMs = 20;

interface Captured {
  readonly update: Uint8Array;
  readonly transaction: Y.Transaction;
}

/** Of an author, as stamps name them. */
const idOf = (author: string) => author.slice(author.indexOf(":") + 1);

const tainted = (reason: RefusalReason, taken: number): Integration => ({
  row: null,
  completion: null,
  isClaim: false,
  taken,
  stop: { kind: "tainted", reason },
});

/** Says nothing where nobody listens: saying it costs as much all the same, seven times for each edit. */
class QuietDoc extends Y.Doc {
  override emit(
    name: Parameters<Y.Doc["emit"]>[0],
    args: Parameters<Y.Doc["emit"]>[1],
  ): void {
    if (this._observers.has(name)) super.emit(name, args);
  }
}

/**
 * A journey document in memory, and whose each of its Yjs clients is. One that was stored in one piece is
 * put together when it is first needed: whoever only joins is given that piece as it is.
 */
export class LiveDocument {
  // Named here: the name that Yjs makes up costs more than all else about an empty document, and is used for nothing.
  private readonly held = new QuietDoc({ guid: randomUUID() });
  private waiting: StoredContent | null;
  private readonly authors = new Map<number, string>();
  private areAuthorsKnown = false;
  readonly roomLeft: RoomLeft;
  private readonly longest: LongestTexts = new WeakMap();
  private captured: Captured | null = null;
  private hasClaimed = false;
  /** Of the encoded document: exact when it was encoded last, and since then at most this. */
  private bytes: number;

  /**
   * @param room - from so many bytes on the document only takes what clears it up; or what another document of the
   *   same map knows about that: what was deleted before a change was refused may still come back.
   * @throws AppError `blob_damaged` where the parts do not make a whole; where there is only one, the first
   *   use of it does.
   */
  constructor(
    content: StoredContent,
    room: number | RoomLeft,
    /** Handed on to the next document of the same map, for whoever undoes what was written over since. */
    readonly stamps = new KnownStamps(),
  ) {
    this.waiting = content;
    if (content.tail.length > 0) this.build();
    this.bytes = content.snapshot?.length ?? 0;
    for (const { data } of content.tail) this.bytes += data.length;
    this.roomLeft =
      typeof room === "number" ? new RoomLeft(room, this.bytes) : room;
    for (const { clientIds, actor } of content.tail)
      this.claim(clientIds, authorKey(actor));
    this.authors.set(this.held.clientID, server);
  }

  get doc(): Y.Doc {
    this.build();
    return this.held;
  }

  /** Of it in memory, as far as one can tell without measuring. */
  get memoryBytes(): number {
    return baseBytes + this.bytes * heapPerByte;
  }

  get isBuilt(): boolean {
    return this.waiting === null;
  }

  /**
   * Puts it together, if that was not done yet.
   *
   * @throws AppError `blob_damaged` every time where the parts do not make a whole.
   */
  build(): void {
    if (this.waiting === null) return;
    fillDocument(this.held, this.waiting);
    this.waiting = null;
    this.stamps.gather(this.held);
    // The only listener: an exception in one would keep the later ones from hearing.
    this.held.on("update", (...event: UpdateEvent) => {
      this.captured = { update: event[0], transaction: event[3] };
    });
  }

  /** Adds what the log knows about clients of long ago. */
  learnAuthors(authors: ReadonlyMap<number, string>): void {
    this.areAuthorsKnown = true;
    for (const [clientId, author] of authors) this.claim([clientId], author);
  }

  /** Whether anything of a client is in it. */
  knows(clientId: number): boolean {
    return Y.getState(this.doc.store, clientId) > 0;
  }

  isOthers(clientId: number, author: string): boolean {
    const known = this.authors.get(clientId);
    return known !== undefined && known !== author;
  }

  /**
   * Takes frames of one author, in order, as far as they can be taken: the rest of many that take long are for later.
   *
   * @param isRelayed - they may be anybody's work, which this author only brings.
   */
  integrate(
    frames: readonly Uint8Array[],
    author: string,
    isRelayed = false,
  ): Integration {
    let taken = 0;
    let stop: Stop | null = null;
    const until = performance.now() + sliceMs;
    // Outside of the attempt: what is wrong with the stored document is not the author's doing.
    this.build();
    this.captured = null;
    this.hasClaimed = false;
    try {
      this.doc.transact(() => {
        for (const frame of frames) {
          if (taken > 0 && performance.now() > until) break;
          stop = this.judge(frame, author, isRelayed);
          if (stop) break;
          Y.applyUpdate(this.doc, frame);
          taken++;
        }
      });
    } catch {
      // Yjs may have integrated a part of it.
      return tainted("malformed", taken);
    }
    if (this.isIncomplete()) return tainted("incomplete", taken);
    const { validity, touched } = this.judgeCaptured(!isRelayed);
    if (validity === "invalid") return tainted("schema", taken);
    if (this.isTooMuch()) return tainted("map_full", taken);
    const row = this.takeCaptured();
    const isClaim = this.hasClaimed;
    // Whose a relayed change is, is not known.
    const correct = () =>
      isRelayed ? undefined : this.correctStamps(touched, author);
    // A transaction that changes nothing costs nearly as much as an edit: there is one only where there is a need.
    if (validity === "valid") correct();
    else
      this.doc.transact(() => {
        completeEntities(this.doc, touched);
        correct();
      });
    this.stamps.learn(this.doc, touched);
    return { row, completion: this.takeCaptured(), isClaim, taken, stop };
  }

  /**
   * Takes what is stored already, in the order of the log: it was judged before it was.
   *
   * @returns false where it does not follow on what is here.
   */
  follow(rows: readonly StoredUpdate[]): boolean {
    this.build();
    this.doc.transact(() => {
      for (const { data } of rows) Y.applyUpdate(this.doc, data);
    });
    if (this.captured)
      this.stamps.learn(
        this.doc,
        changedEntities(this.captured.transaction).touched,
      );
    this.captured = null;
    for (const { data, clientIds, actor } of rows) {
      this.bytes += data.length;
      this.claim(clientIds, authorKey(actor));
    }
    return !this.isIncomplete();
  }

  /** Runs commands of the server itself; what they throw is handed back. */
  run(op: () => void): Run {
    this.build();
    this.captured = null;
    let failure: Run["failure"] = null;
    try {
      this.doc.transact(op);
    } catch (error) {
      failure = { error };
    }
    const { validity, touched } = this.judgeCaptured(false);
    const isWrong =
      this.captured !== null && (failure !== null || validity !== "valid");
    const isFull = this.captured !== null && !isWrong && this.isTooMuch();
    const isTainted = isWrong || isFull;
    if (!isTainted) this.stamps.learn(this.doc, touched);
    const row = isTainted ? null : this.takeCaptured();
    return { row, isTainted, isFull, failure };
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  encode(against?: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc, against);
  }

  encodeWhole(): Uint8Array {
    const whole = this.encode();
    this.bytes = whole.length;
    return whole;
  }

  destroy(): void {
    this.waiting = null;
    this.held.destroy();
  }

  private judge(
    frame: Uint8Array,
    author: string,
    isRelayed: boolean,
  ): Stop | null {
    const inspection = inspectUpdate(this.doc, frame);
    if (inspection.verdict === "gap") return { kind: "gap" };
    if (inspection.verdict === "refused")
      return { kind: "refused", reason: inspection.reason };
    for (const clientId of inspection.brings) {
      if (!isRelayed && this.isOthers(clientId, author))
        return { kind: "refused", reason: "client_id_taken" };
      const isOld = Y.getState(this.doc.store, clientId) > 0;
      const isUnknown = isOld && !this.authors.has(clientId);
      if (isUnknown && !this.areAuthorsKnown) return { kind: "authors" };
    }
    this.claim(inspection.brings, author);
    return null;
  }

  /** A client id belongs to the first who brings it: forged, it would make replicas differ for ever. */
  private claim(clientIds: readonly number[], author: string): void {
    for (const id of clientIds) {
      if (this.authors.has(id)) continue;
      this.authors.set(id, author);
      this.hasClaimed = true;
    }
  }

  private correctStamps(
    touched: ChangedEntities["touched"],
    author: string,
  ): void {
    this.stamps.correct(this.doc, touched, {
      id: idOf(author),
      isOwn: (entity) => this.isMadeBy(entity, author),
    });
  }

  private isMadeBy({ _item: item }: Y.Map<unknown>, author: string): boolean {
    return item !== null && this.authors.get(item.id.client) === author;
  }

  private isIncomplete(): boolean {
    return (
      this.doc.store.pendingStructs !== null ||
      this.doc.store.pendingDs !== null
    );
  }

  /**
   * `incomplete`: nothing is wrong but that entities came without all their nested types.
   *
   * @param isOwnWork - it was written by who brings it, and not merged or brought back.
   */
  private judgeCaptured(isOwnWork: boolean): {
    validity: "valid" | "incomplete" | "invalid";
    touched: ChangedEntities["touched"];
  } {
    if (!this.captured) return { validity: "valid", touched: [] };
    const { transaction } = this.captured;
    const changed = changedEntities(transaction);
    const { touched } = changed;
    const violations = validateEntities(this.doc, changed);
    if (isOwnWork)
      violations.push(...overgrownTexts(transaction, touched, this.longest));
    if (violations.length === 0) return { validity: "valid", touched };
    const isWrong = violations.some(({ code }) => code !== "incomplete");
    return { validity: isWrong ? "invalid" : "incomplete", touched };
  }

  /** Whether what was just integrated lets a full map grow. */
  private isTooMuch(): boolean {
    if (!this.captured) return false;
    const { update, transaction } = this.captured;
    return !this.roomLeft.takes(transaction, {
      atMost: this.bytes + update.length,
      measure: () => this.encodeWhole().length,
    });
  }

  private takeCaptured(): Integrated | null {
    if (!this.captured) return null;
    this.bytes += this.captured.update.length;
    const { update, transaction } = this.captured;
    const { beforeState, afterState } = transaction;
    const clientIds: number[] = [];
    for (const [id, after] of afterState)
      if ((beforeState.get(id) ?? 0) < after) clientIds.push(id);
    this.captured = null;
    return { update, clientIds };
  }
}
