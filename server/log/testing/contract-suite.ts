import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DocumentLog, LogActor, LogRow } from "@/server/log/contract";

/** One store under the suite. */
export interface LogHarness {
  readonly log: DocumentLog;
  /** A journey whose log is there and empty. */
  newJourney(): Promise<string>;
  removeJourney(journeyId: string): Promise<void>;
  stop(): Promise<void>;
}

const ada: LogActor = { kind: "user", id: "ada" };
const bob: LogActor = { kind: "token", id: "bob" };

/** A row with any bytes; the log does not look into them. */
export const logRow = (text: string, more: Partial<LogRow> = {}): LogRow => ({
  data: new TextEncoder().encode(text),
  actor: ada,
  connId: randomUUID(),
  clientIds: [],
  idemKey: null,
  ...more,
});

const text = (data: Uint8Array) => new TextDecoder().decode(data);

function snapshotOf(seq: number, clocks: Record<number, number> = {}) {
  const stateVector = Y.encodeStateVector(
    new Map(
      Object.entries(clocks).map(([client, clock]) => [Number(client), clock]),
    ),
  );
  const data = new TextEncoder().encode(`snapshot ${seq}`);
  return { seq, epoch: 1, schemaVersion: 1, stateVector, data };
}

/** The promises of every store of documents, whatever holds it. */
export function documentLogContract(
  name: string,
  start: () => Promise<LogHarness>,
): void {
  describe(name, () => {
    let harness: LogHarness;
    let log: DocumentLog;
    beforeAll(async () => {
      harness = await start();
      log = harness.log;
    });
    afterAll(() => harness.stop());

    const append = async (journeyId: string, ...rows: LogRow[]) =>
      log.append({ journeyId, afterSeq: 0, rows });
    const newJourney = () => harness.newJourney();
    const tailOf = async (journeyId: string) =>
      (await log.load(journeyId))?.tail ?? [];

    test("a journey that is not there has no document and takes no update", async () => {
      const absent = randomUUID();
      expect(await log.load(absent)).toBeNull();
      expect(await append(absent, logRow("a"))).toEqual({
        ok: false,
        reason: "not_found",
      });
      expect(await log.saveSnapshot(absent, snapshotOf(1))).toBe("not_found");
    });

    test("a new journey is empty", async () => {
      const id = await newJourney();
      expect(await log.load(id)).toMatchObject({
        epoch: 1,
        headSeq: 0,
        snapshot: null,
        tail: [],
      });
    });

    test("updates come back in the order of their numbers, with author and clients", async () => {
      const id = await newJourney();
      const big = 2 ** 32 - 1;
      expect(await append(id, logRow("a", { clientIds: [1, big] }))).toEqual({
        ok: true,
        lastSeq: 1,
      });
      expect(
        await append(id, logRow("b", { actor: bob }), logRow("c")),
      ).toEqual({
        ok: true,
        lastSeq: 3,
      });
      const tail = await tailOf(id);
      expect(tail.map(({ seq, data }) => [seq, text(data)])).toEqual([
        [1, "a"],
        [2, "b"],
        [3, "c"],
      ]);
      expect(tail.map(({ actor }) => actor)).toEqual([ada, bob, ada]);
      expect(tail[0]?.clientIds).toEqual([1, big]);
    });

    test("an empty update and one of many kilobytes come back byte for byte", async () => {
      const id = await newJourney();
      const noise = Uint8Array.from(
        { length: 5_000 },
        (_, at) => (at * 7919) % 251,
      );
      const zeros = new Uint8Array(300_000);
      await append(
        id,
        logRow(""),
        logRow("", { data: noise }),
        logRow("", { data: zeros }),
      );
      const [empty, packed, large] = await tailOf(id);
      expect(empty?.data.length).toBe(0);
      expect(Buffer.compare(packed?.data as Uint8Array, noise)).toBe(0);
      expect(Buffer.compare(large?.data as Uint8Array, zeros)).toBe(0);
    });

    test("appends without waiting for one another keep the order of the calls of a journey", async () => {
      const ids = await Promise.all([newJourney(), newJourney(), newJourney()]);
      const words = Array.from({ length: 40 }, (_, at) => `w${at}`);
      const results = await Promise.all(
        words.flatMap((word) => ids.map((id) => append(id, logRow(word)))),
      );
      expect(results.every(({ ok }) => ok)).toBe(true);
      for (const id of ids) {
        expect((await tailOf(id)).map(({ data }) => text(data))).toEqual(words);
      }
    });

    test("[C10] rows of one append follow each other, whoever else appends to the journey", async () => {
      const id = await newJourney();
      const pairs = Array.from({ length: 20 }, (_, at) => at);
      const results = await Promise.all(
        pairs.map((at) => append(id, logRow(`${at}a`), logRow(`${at}b`))),
      );
      const tail = await tailOf(id);
      for (const [at, result] of results.entries()) {
        const lastSeq = result.ok ? result.lastSeq : 0;
        const own = tail.slice(lastSeq - 2, lastSeq);
        expect(own.map(({ data }) => text(data))).toEqual([`${at}a`, `${at}b`]);
      }
    });

    test("rows that are right in one place only are not stored in another", async () => {
      const id = await newJourney();
      const strictly = (afterSeq: number) =>
        log.append({
          journeyId: id,
          afterSeq,
          isStrict: true,
          rows: [logRow("a")],
        });
      expect(await strictly(0)).toEqual({ ok: true, lastSeq: 1 });
      expect(await strictly(0)).toEqual({ ok: false, reason: "stale" });
      expect(await strictly(1)).toEqual({ ok: true, lastSeq: 2 });
      const race = await Promise.all([strictly(2), strictly(2)]);
      expect(race.filter(({ ok }) => ok)).toHaveLength(1);
      expect((await log.readHeads([id])).get(id)?.headSeq).toBe(3);
    });

    test("[C22] rows of another epoch are not taken", async () => {
      const id = await newJourney();
      const rows = [logRow("a")];
      const inEpoch = (epoch: number) =>
        log.append({ journeyId: id, afterSeq: 0, epoch, rows });
      expect(await inEpoch(2)).toEqual({ ok: false, reason: "other_epoch" });
      expect(await inEpoch(1)).toEqual({ ok: true, lastSeq: 1 });
    });

    test("heads of many journeys are read at once, and absent ones are left out", async () => {
      const [a, b] = await Promise.all([newJourney(), newJourney()]);
      await append(b, logRow("a"), logRow("b"));
      expect(await log.readHeads([a, b, randomUUID()])).toEqual(
        new Map([
          [a, { headSeq: 0, epoch: 1 }],
          [b, { headSeq: 2, epoch: 1 }],
        ]),
      );
    });

    test("one journey that is gone does not hold up the others", async () => {
      const [gone, here] = await Promise.all([newJourney(), newJourney()]);
      await harness.removeJourney(gone);
      const results = await Promise.all([
        append(gone, logRow("a")),
        append(here, logRow("b")),
      ]);
      expect(results).toEqual([
        { ok: false, reason: "not_found" },
        { ok: true, lastSeq: 1 },
      ]);
    });

    test("[C24] a key is taken once per journey, and nothing else of that append is stored", async () => {
      const [id, other] = await Promise.all([newJourney(), newJourney()]);
      await append(id, logRow("a", { idemKey: "k" }));
      const again = await append(
        id,
        logRow("b"),
        logRow("c", { idemKey: "k" }),
      );
      expect(again).toEqual({ ok: false, reason: "duplicate" });
      expect((await tailOf(id)).length).toBe(1);
      expect(await log.findIdem(id, "k")).toBe(1);
      expect(await log.findIdem(other, "k")).toBeNull();
      expect(await append(other, logRow("d", { idemKey: "k" }))).toEqual({
        ok: true,
        lastSeq: 1,
      });
      expect(await append(id, logRow("e"))).toEqual({ ok: true, lastSeq: 2 });
    });

    test("a part of the log is read alone, and never with a hole", async () => {
      const id = await newJourney();
      await append(id, logRow("a"), logRow("b"), logRow("c"), logRow("d"));
      const read = await log.readUpdates(id, { after: 1, upTo: 3 });
      expect(read.map(({ seq, data }) => [seq, text(data)])).toEqual([
        [2, "b"],
        [3, "c"],
      ]);
      expect(await log.readUpdates(id, { after: 4, upTo: 4 })).toEqual([]);
      await expect(
        log.readUpdates(id, { after: 3, upTo: 5 }),
      ).rejects.toMatchObject({ code: "blob_damaged" });
    });

    test("a client belongs to the first who brought it", async () => {
      const id = await newJourney();
      await append(id, logRow("a", { clientIds: [7] }));
      await append(id, logRow("b", { clientIds: [7, 8], actor: bob }));
      await append(id, logRow("c", { clientIds: [9], actor: bob }));
      expect(await log.readAuthors(id, 2)).toEqual(
        new Map([
          [7, "user:ada"],
          [8, "token:bob"],
        ]),
      );
    });

    test("whose a client is stays known over snapshots, and is asked for up to any change", async () => {
      const id = await newJourney();
      await append(id, logRow("a", { clientIds: [7] }));
      await log.saveSnapshot(id, snapshotOf(1));
      await append(id, logRow("b", { clientIds: [7, 8], actor: bob }));
      await log.saveSnapshot(id, snapshotOf(2));
      await append(id, logRow("c", { clientIds: [8, 9] }));
      const at = async (seq: number) =>
        Object.fromEntries(await log.readAuthors(id, seq));
      expect(await at(1)).toEqual({ 7: "user:ada" });
      expect(await at(2)).toEqual({ 7: "user:ada", 8: "token:bob" });
      expect(await at(3)).toEqual({ ...(await at(2)), 9: "user:ada" });
    });

    test("a snapshot shortens the tail", async () => {
      const id = await newJourney();
      await append(id, logRow("a"), logRow("b"), logRow("c"));
      expect(await log.saveSnapshot(id, snapshotOf(2))).toBe("saved");
      const read = await log.load(id);
      expect(read).toMatchObject({ headSeq: 3, snapshotSeq: 2 });
      expect(text(read?.snapshot as Uint8Array)).toBe("snapshot 2");
      expect(read?.tail.map(({ seq }) => seq)).toEqual([3]);
    });

    test("[C6] a snapshot never takes the place of a newer one", async () => {
      const id = await newJourney();
      await append(id, logRow("a"), logRow("b"), logRow("c"));
      expect(await log.saveSnapshot(id, snapshotOf(3))).toBe("saved");
      expect(await log.saveSnapshot(id, snapshotOf(2))).toBe("stale");
      expect(await log.saveSnapshot(id, snapshotOf(3))).toBe("stale");
      expect((await log.load(id))?.snapshotSeq).toBe(3);
    });

    test("[2.5] a document that forgot something never takes the place of a good one", async () => {
      const id = await newJourney();
      await append(id, logRow("a"), logRow("b"));
      expect(await log.saveSnapshot(id, snapshotOf(1, { 5: 10, 6: 3 }))).toBe(
        "saved",
      );
      expect(await log.saveSnapshot(id, snapshotOf(2, { 5: 10 }))).toBe(
        "regressed",
      );
      expect(
        await log.saveSnapshot(id, snapshotOf(2, { 5: 10, 6: 3, 7: 1 })),
      ).toBe("saved");
    });
  });
}
