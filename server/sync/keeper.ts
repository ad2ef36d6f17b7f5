import { touchesOf } from "@/lib/journey/difference-authors";
import { createLiveMap, type LiveMap } from "@/lib/journey/live-map";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { SCHEMA_VERSION } from "@/lib/journey/limits";
import { resolve } from "@/lib/journey/resolve";
import { canonicalHash } from "@/server/log/canonical-hash";
import type { LiveDocument } from "./live-document";
import type { Projector, RoomDeps } from "./room-types";
import { VersionPace } from "./version-pace";

const rowsPerSnapshot = 500;
const bytesPerSnapshot = 256 * 1024;
const longestWithoutMs = 5 * 60_000;
/** A pause after many small updates is the best moment: the next cold start reads one blob. */
const rowsWorthAPause = 100;
const pauseMs = 2_000;
/** One in so many is read back and compared with the document. */
const snapshotsPerCheck = 20;
/** While changes go on coming, rows are this much behind at most; or longer where very many rooms are busy. */
const longestUnprojectedMs = 2_000;

/** What a keeper sees of its room. */
export interface KeptRoom {
  readonly journeyId: string;
  readonly epoch: number;
  readonly document: LiveDocument;
  readonly durableSeq: number;
  /** Nothing is applied that is not stored, so the document is exactly what the log says up to `durableSeq`. */
  readonly isSettled: boolean;
  /** The document cannot be put together: the room must end. */
  fail(error: unknown): void;
}

/** Writes a room's snapshots and rows at the right moments. Neither ever blocks saving. */
export class Keeper {
  /** The snapshot that the document was read from, or 0. */
  readonly openedFrom: number;
  private rows = 0;
  private bytes = 0;
  private snapshotAt = Date.now();
  private snapshotting: Promise<void> | null = null;
  private projecting: Promise<void> | null = null;
  private projectedSeq: number;
  private isProjectionDue = false;
  private isSnapshotDue = false;
  private isCheckDue = false;
  private projectionTimer: NodeJS.Timeout | null = null;
  private othersTimer: NodeJS.Timeout | null = null;
  private notedAt = 0;
  private unprojectedSince: number | null = null;
  private pauseTimer: NodeJS.Timeout | null = null;
  private live: { map: LiveMap; document: LiveDocument } | null = null;
  private readonly projector: Projector;
  private readonly versions: VersionPace;

  constructor(
    private readonly room: KeptRoom,
    private readonly deps: RoomDeps,
    stored: { snapshotSeq: number; projSeq: number; headSeq: number },
  ) {
    this.projector = deps.projectorOf(room.journeyId);
    this.rows = stored.headSeq - stored.snapshotSeq;
    this.openedFrom = stored.snapshotSeq;
    this.versions = this.paceVersions();
    this.projectedSeq = stored.projSeq;
    if (stored.projSeq < stored.headSeq) this.noteUnprojected();
  }

  /** The map as the document is now, uncommitted changes included: ask only when the room is settled. */
  map(): JourneyMap {
    const { document } = this.room;
    if (this.live?.document !== document) {
      this.live?.map.destroy();
      this.live = { map: createLiveMap(document.doc), document };
    }
    return this.live.map.get();
  }

  /** Rows were stored. */
  note(rows: number, bytes: number): void {
    this.rows += rows;
    this.bytes += bytes;
    this.versions.note(rows);
    this.noteUnprojected();
    if (this.rows >= rowsWorthAPause && !this.pauseTimer)
      this.waitForPause(pauseMs);
  }

  private waitForPause(ms: number): void {
    this.pauseTimer = setTimeout(() => {
      this.pauseTimer = null;
      const restMs = this.notedAt + pauseMs - Date.now();
      if (restMs > 0) return this.waitForPause(restMs);
      if (this.rows < rowsWorthAPause) return;
      this.isSnapshotDue = true;
      this.work();
    }, ms);
  }

  /** Another node stored something, and will write rows and versions of it. */
  noteOthers(rows: number, bytes: number): void {
    this.rows += rows;
    this.bytes += bytes;
    this.othersTimer ??= setTimeout(() => {
      this.othersTimer = null;
      if (this.projectedSeq < this.room.durableSeq) this.noteUnprojected();
    }, this.deps.settings.othersMs);
  }

  /** Writes the rows as soon as everything is stored: somebody waits for them. */
  hurry(): void {
    if (this.projectedSeq < this.room.durableSeq) this.mayProject();
  }

  /** Does what is due, if the room is settled; called whenever it may be, by timers too. */
  work(): void {
    if (this.room.isSettled) this.attempt(() => this.doWhatIsDue());
  }

  private attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.room.fail(error);
    }
  }

  private doWhatIsDue(): void {
    if (this.isProjectionDue && !this.projecting) this.project();
    this.versions.work();
    const sinceMs = Date.now() - this.snapshotAt;
    const isMuch =
      this.rows >= rowsPerSnapshot || this.bytes >= bytesPerSnapshot;
    const isLong = this.rows > 0 && sinceMs > longestWithoutMs;
    const isDue =
      this.isSnapshotDue ||
      isLong ||
      (isMuch && sinceMs > this.deps.settings.snapshotMs);
    if (isDue && !this.snapshotting) this.snapshot();
  }

  /** Brings snapshot and rows up to date for the last time. The room is settled and stays so. */
  async finish(): Promise<void> {
    this.stop();
    await Promise.all([this.snapshotting, this.projecting]);
    this.attempt(() => {
      if (this.rows > 0) this.snapshot();
      if (this.projectedSeq < this.room.durableSeq) this.project();
    });
    await Promise.all([
      this.snapshotting,
      this.projecting,
      this.versions.finish(),
    ]);
  }

  stop(): void {
    for (const timer of [
      this.pauseTimer,
      this.projectionTimer,
      this.othersTimer,
    ])
      if (timer) clearTimeout(timer);
    this.versions.stop();
    this.deps.pace.withdraw(this.mayProject);
  }

  private paceVersions(): VersionPace {
    const { journeyId } = this.room;
    const { versionsOf, logger } = this.deps;
    const versions = versionsOf(journeyId);
    return new VersionPace(
      {
        keep: async () => versions.keep(this.map(), this.room.durableSeq),
        wake: () => this.work(),
        report: (error) =>
          logger.error({ err: error, journeyId }, "version not kept"),
      },
      this.rows,
    );
  }

  /** Something that is due waits for a moment in which everything is stored. */
  get isWaiting(): boolean {
    return this.isProjectionDue || this.isSnapshotDue;
  }

  private noteUnprojected(): void {
    this.notedAt = Date.now();
    if (this.unprojectedSince !== null) return;
    this.unprojectedSince = this.notedAt;
    this.waitForQuiet(this.deps.settings.projectionMs);
  }

  private waitForQuiet(ms: number): void {
    this.projectionTimer = setTimeout(() => {
      const now = Date.now();
      const quietMs = this.deps.settings.projectionMs;
      const restMs = Math.min(
        this.notedAt + quietMs - now,
        (this.unprojectedSince ?? now) + longestUnprojectedMs - now,
      );
      if (restMs > 0) this.waitForQuiet(restMs);
      else this.deps.pace.ask(this.mayProject);
    }, ms);
  }

  private readonly mayProject = (): void => {
    this.isProjectionDue = true;
    this.work();
  };

  private project(): void {
    this.isProjectionDue = false;
    this.unprojectedSince = null;
    const seq = this.room.durableSeq;
    if (seq <= this.projectedSeq) return;
    const { doc } = this.room.document;
    this.projecting = this.projector
      .project(this.map(), seq, (update) => touchesOf(doc, update))
      .then(
        () => {
          this.projectedSeq = seq;
        },
        (error: unknown) => {
          const { journeyId } = this.room;
          this.deps.logger.error(
            { err: error, journeyId, seq },
            "projection failed",
          );
        },
      )
      .finally(() => {
        this.projecting = null;
        this.work();
      });
  }

  private snapshot(): void {
    const { document, durableSeq: seq, epoch, journeyId } = this.room;
    const before = { rows: this.rows, bytes: this.bytes };
    this.rows = 0;
    this.bytes = 0;
    this.isSnapshotDue = false;
    this.snapshotAt = Date.now();
    const [data, stateVector] = [
      document.encodeWhole(),
      document.stateVector(),
    ];
    const { log, logger } = this.deps;
    this.snapshotting = log
      .saveSnapshot(journeyId, {
        seq,
        epoch,
        schemaVersion: SCHEMA_VERSION,
        stateVector,
        data,
        hash: this.isChecked() ? canonicalHash(resolve(document.doc)) : null,
      })
      .then(
        (result) => {
          if (result === "regressed")
            logger.error({ journeyId, seq }, "snapshot refused");
          if (result !== "wrong") return;
          this.rows += before.rows;
          this.bytes += before.bytes;
          this.isCheckDue = true;
          logger.error({ journeyId, seq }, "snapshot wrong");
        },
        (error: unknown) => {
          this.rows += before.rows;
          this.bytes += before.bytes;
          logger.error({ err: error, journeyId, seq }, "snapshot failed");
        },
      )
      .finally(() => {
        this.snapshotting = null;
        this.work();
      });
  }

  /** Now and then, and the next after one that was wrong. */
  private isChecked(): boolean {
    const isChecked = this.isCheckDue || Math.random() * snapshotsPerCheck < 1;
    this.isCheckDue = false;
    return isChecked;
  }
}
