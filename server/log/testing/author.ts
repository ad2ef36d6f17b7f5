import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { createDocument } from "@/lib/journey/create";
import { setText } from "@/lib/journey/texts";
import { resolve } from "@/lib/journey/resolve";
import type { CommandContext } from "@/lib/journey/command";
import { canonicalHash } from "../canonical-hash";
import type { DocumentLog, LogActor, SnapshotResult } from "../contract";
import { documentOf } from "../document-of";

export const mapHash = (doc: Y.Doc): string => canonicalHash(resolve(doc));

/** Somebody who writes a map straight into a log, one change after the other, without a room between. */
export class Author {
  readonly doc: Y.Doc;
  seq = 0;
  private readonly ctx: CommandContext;

  constructor(
    private readonly log: DocumentLog,
    readonly journeyId: string,
  ) {
    const tools = { newId: randomUUID, random: Math.random };
    const seed = { title: "", locale: "en", personas: [], lanes: [] };
    this.doc = createDocument(tools, { ...seed, stages: [] });
    const context = { actorId: "me", now: Date.now, origin: this };
    this.ctx = { ...tools, ...context, doc: this.doc };
  }

  /** Stores what the map is made of. */
  async begin(actor: LogActor): Promise<void> {
    await this.store(Y.encodeStateAsUpdate(this.doc), actor);
  }

  /** Gives the map another title. */
  async write(title: string, actor: LogActor): Promise<void> {
    const before = Y.encodeStateVector(this.doc);
    setText(this.ctx, { kind: "meta", field: "title" }, title);
    await this.store(Y.encodeStateAsUpdate(this.doc, before), actor);
  }

  async writeMany(count: number, actor: LogActor): Promise<void> {
    for (let index = 0; index < count; index++)
      await this.write(`${actor.id} ${this.seq}`, actor);
  }

  /** Stores a snapshot of the map as it is, or of another in its place. */
  snapshot(of: Y.Doc = this.doc): Promise<SnapshotResult> {
    return this.log.saveSnapshot(this.journeyId, {
      seq: this.seq,
      epoch: 1,
      schemaVersion: 1,
      stateVector: Y.encodeStateVector(this.doc),
      data: Y.encodeStateAsUpdate(of),
    });
  }

  /** What a fresh load from the log says. */
  async loadedHash(): Promise<string> {
    const read = await this.log.load(this.journeyId);
    if (!read) throw new Error("no document");
    return mapHash(documentOf(read));
  }

  private async store(data: Uint8Array, actor: LogActor): Promise<void> {
    const clientIds = [this.doc.clientID + actor.id.length];
    const row = { data, actor, connId: "c", clientIds, idemKey: null };
    const { journeyId, seq: afterSeq } = this;
    const result = await this.log.append({ journeyId, afterSeq, rows: [row] });
    if (!result.ok) throw new Error(result.reason);
    this.seq = result.lastSeq;
  }
}
