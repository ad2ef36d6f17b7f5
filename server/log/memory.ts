import * as Y from "yjs";
import { AppError } from "@/server/errors";
import { packBlob, unpackBlob, type Blob } from "./blob";
import { hasRegressed } from "./clocks";
import { snapshotsKept } from "./contract";
import type {
  Append,
  AppendResult,
  DocumentLog,
  LogHead,
  NewSnapshot,
  PackResult,
  Range,
  SnapshotResult,
  StoredDocument,
  StoredUpdate,
} from "./contract";
import { isDamage } from "./large";
import { LogWorker } from "./log-worker";
import type { PackedChange } from "./segments/frames";
import { planPacking, type PackPlan, type PackWish } from "./segments/plan";
import { proveSnapshot } from "./segments/prove";
import {
  clientsOf,
  packSegment,
  unpackSegment,
  type Segment,
} from "./segments/segment";

interface KeptDocument {
  headSeq: number;
  rows: PackedChange[];
  snapshots: (Pick<NewSnapshot, "seq" | "stateVector"> & { blob: Blob })[];
  segments: Segment[];
}

const onlyEpoch = 1;
const changesPerSegment = 5_000;

const footOf = ({ segments }: KeptDocument) => segments.at(-1)?.lastSeq ?? 0;

const toUpdate = async (row: PackedChange): Promise<StoredUpdate> => {
  const { seq, blob, actor, clientIds } = row;
  return { seq, data: await unpackBlob(blob), actor, clientIds };
};

/** A log that lives as long as the process; the contract suite proves that it behaves as Postgres does. */
export class MemoryLog implements DocumentLog {
  private readonly documents = new Map<string, KeptDocument>();
  private readonly worker = new LogWorker(null);
  private isClosed = false;

  /** Makes the empty log of a new journey. */
  create(journeyId: string): void {
    this.documents.set(journeyId, {
      headSeq: 0,
      rows: [],
      snapshots: [],
      segments: [],
    });
  }

  distrust(journeyId: string, seq: number): void {
    const document = this.documents.get(journeyId);
    if (document)
      document.snapshots = document.snapshots.filter(
        (snapshot) => snapshot.seq !== seq,
      );
  }

  remove(journeyId: string): void {
    this.documents.delete(journeyId);
  }

  async append(append: Append): Promise<AppendResult> {
    const { journeyId, rows, afterSeq, isStrict, epoch = onlyEpoch } = append;
    if (this.isClosed) throw new AppError("log_closed");
    const blobs = await Promise.all(rows.map(({ data }) => packBlob(data)));
    const document = this.documents.get(journeyId);
    if (!document) return { ok: false, reason: "not_found" };
    if (epoch !== onlyEpoch) return { ok: false, reason: "other_epoch" };
    if (isStrict && afterSeq !== document.headSeq)
      return { ok: false, reason: "stale" };
    const known = new Set(
      document.rows.flatMap(({ idemKey }) => idemKey ?? []),
    );
    if (rows.some(({ idemKey }) => idemKey !== null && known.has(idemKey))) {
      return { ok: false, reason: "duplicate" };
    }
    rows.forEach(({ actor, connId, clientIds, idemKey }, index) => {
      document.rows.push({
        actor,
        connId,
        clientIds,
        idemKey,
        seq: ++document.headSeq,
        epoch: onlyEpoch,
        at: new Date(),
        blob: blobs[index] as Blob,
      });
    });
    return { ok: true, lastSeq: document.headSeq };
  }

  async load(journeyId: string): Promise<StoredDocument | null> {
    const document = this.documents.get(journeyId);
    if (!document) return null;
    const { headSeq } = document;
    const newest = document.snapshots.at(-1);
    const snapshotSeq = newest?.seq ?? 0;
    return {
      epoch: onlyEpoch,
      headSeq,
      projSeq: 0,
      snapshotSeq,
      snapshot: newest ? await unpackBlob(newest.blob) : null,
      tail: await this.readUpdates(journeyId, {
        after: snapshotSeq,
        upTo: headSeq,
      }),
      damagedSnapshots: 0,
    };
  }

  async readUpdates(
    journeyId: string,
    { after, upTo }: Range,
  ): Promise<StoredUpdate[]> {
    const document = this.documents.get(journeyId);
    const old = document?.segments.filter(({ lastSeq }) => lastSeq > after);
    const inLog = document?.rows ?? [];
    const packed = await Promise.all((old ?? []).map(unpackSegment));
    const rows = [...packed.flat(), ...inLog].filter(
      ({ seq }) => seq > after && seq <= upTo,
    );
    if (rows.length !== upTo - after)
      throw new AppError("blob_damaged", `updates after ${after} are missing`);
    return Promise.all(rows.map(toUpdate));
  }

  async readHeads(
    journeyIds: readonly string[],
  ): Promise<Map<string, LogHead>> {
    const heads = new Map<string, LogHead>();
    for (const id of journeyIds) {
      const headSeq = this.documents.get(id)?.headSeq;
      if (headSeq !== undefined) heads.set(id, { headSeq, epoch: onlyEpoch });
    }
    return heads;
  }

  async readAuthors(
    journeyId: string,
    upToSeq: number,
  ): Promise<Map<number, string>> {
    const document = this.documents.get(journeyId);
    const packed = document?.segments.flatMap(({ clients }) => clients) ?? [];
    const authors = new Map<number, string>();
    for (const [id, author, seq] of [
      ...packed,
      ...clientsOf(document?.rows ?? []),
    ])
      if (seq <= upToSeq && !authors.has(id)) authors.set(id, author);
    return authors;
  }

  async findIdem(journeyId: string, wanted: string): Promise<number | null> {
    const rows = this.documents.get(journeyId)?.rows ?? [];
    return rows.find(({ idemKey }) => idemKey === wanted)?.seq ?? null;
  }

  async saveSnapshot(
    journeyId: string,
    snapshot: NewSnapshot,
  ): Promise<SnapshotResult> {
    const blob = await packBlob(snapshot.data);
    const document = this.documents.get(journeyId);
    if (!document) return "not_found";
    const newest = document.snapshots.at(-1);
    if (newest && newest.seq >= snapshot.seq) return "stale";
    if (newest && hasRegressed(newest.stateVector, snapshot.stateVector))
      return "regressed";
    const { seq, stateVector } = snapshot;
    const all = [...document.snapshots, { seq, stateVector, blob }];
    const oldest = all.at(-snapshotsKept)?.seq ?? 0;
    const foot = footOf(document);
    document.snapshots = all.filter(
      (held) => held.seq >= oldest || held.seq === foot,
    );
    return "saved";
  }

  async pack(journeyId: string, wish: PackWish): Promise<PackResult> {
    const document = this.documents.get(journeyId);
    if (!document) return { outcome: "not_found", changes: 0 };
    const foot = footOf(document);
    const plan = planPacking(
      {
        foot,
        headSeq: document.headSeq,
        firstYoung:
          document.rows.find(({ at }) => at >= wish.before)?.seq ?? null,
        snapshots: document.snapshots
          .slice(-snapshotsKept)
          .map(({ seq }) => seq),
      },
      wish,
    );
    if (!plan) return { outcome: "nothing", changes: 0 };
    const whole = await this.prove(document, plan);
    if (!whole) return { outcome: "unproved", changes: 0 };
    await move(document, plan.upTo, whole);
    return { outcome: "packed", changes: plan.upTo - foot };
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.worker.close();
  }

  private async prove(document: KeptDocument, plan: PackPlan) {
    const blobAt = (wanted: number) =>
      document.snapshots.find(({ seq }) => seq === wanted)?.blob ?? null;
    const { rows } = document;
    async function* changes() {
      yield rows.filter(({ seq }) => seq <= plan.snapshotSeq);
    }
    try {
      return await proveSnapshot(this.worker, plan, {
        base: blobAt(footOf(document)),
        changes: changes(),
        snapshot: blobAt(plan.snapshotSeq)!,
      });
    } catch (error) {
      if (isDamage(error)) return null;
      throw error;
    }
  }
}

async function move(
  document: KeptDocument,
  upTo: number,
  whole: Uint8Array,
): Promise<void> {
  const old = document.rows.filter(({ seq }) => seq <= upTo);
  const segments: Segment[] = [];
  for (let at = 0; at < old.length; at += changesPerSegment)
    segments.push(await packSegment(old.slice(at, at + changesPerSegment)));
  const stateVector = Y.encodeStateVectorFromUpdate(whole);
  const foot = { seq: upTo, stateVector, blob: await packBlob(whole) };
  // From here on at once: who reads meanwhile sees each change in one place.
  document.segments = [...document.segments, ...segments];
  document.rows = document.rows.filter(({ seq }) => seq > upTo);
  const kept = document.snapshots.filter(({ seq }) => seq > upTo);
  document.snapshots = [foot, ...kept];
}
