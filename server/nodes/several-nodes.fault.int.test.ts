import { describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { setText } from "@/lib/journey/texts";
import { addCard } from "@/lib/journey/cards";
import { resolve } from "@/lib/journey/resolve";
import { MESSAGE } from "@/lib/protocol/messages";
import { encodeEntry } from "@/server/sync/presence-entry";
import { diagnose } from "@/server/doctor/doctor";
import type { CallResult } from "@/server/sync/room-types";
import type { LabNode } from "@/server/sync/testing/lab";
import { RawSocket } from "@/server/sync/testing/raw-socket";
import type { StockClient } from "@/server/sync/testing/stock-client";
import { copyOf, updateBy } from "@/server/sync/testing/updates";
import { areEqual, jsonOf, sit, titleOf, write } from "./testing/people";
import { contextOf, TwoNodes } from "./testing/two-nodes";

const two = new TwoNodes();

describe("two nodes", () => {
  test("what is stored on one is seen on the other, in both directions, deletions alone too", async () => {
    const journeyId = await two.newJourney();
    const { ada, bob } = await two.twoPeople(journeyId);
    const read = two.nodes.map(({ core }) => vi.spyOn(core.log, "readUpdates"));
    write(ada, "from Ada");
    await vi.waitFor(() => expect(titleOf(bob.doc)).toContain("from Ada"));
    const cards = resolve(bob.doc).cells;
    const [cell] = Object.values(cards);
    const ref = { kind: "card", id: cell![0]!.id } as const;
    setText(contextOf(bob.doc), ref, "");
    await vi.waitFor(() => expect(jsonOf(ada.doc)).toBe(jsonOf(bob.doc)));
    await areEqual([ada.doc, bob.doc], () => two.stored(journeyId));
    for (const spy of read) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });

  test("nothing of one's own is shown or acknowledged before what others stored ahead of it", async () => {
    const journeyId = await two.newJourney();
    const { ada, bob } = await two.twoPeople(journeyId);
    two.cutOff();
    write(ada, "first");
    const first = await ada.acknowledged();
    expect(titleOf(bob.doc)).not.toContain("first");
    const order: string[] = [];
    bob.doc.on("update", () => {
      if (titleOf(bob.doc).includes("first")) order.push("first");
    });
    write(bob, "second");
    const second = await bob.acknowledged();
    order.push("acknowledged");
    expect(second).toBe(first + 1);
    expect(order).toEqual(["first", "acknowledged"]);
    await areEqual([bob.doc], () => two.stored(journeyId));
  });

  test("[C16] two who take one client id on two nodes at once: the first has it, the other is refused", async () => {
    const journeyId = await two.newJourney();
    const { ada, bob } = await two.twoPeople(journeyId);
    two.cutOff();
    const base = await two.stored(journeyId);
    const clientId = 4_711;
    const frames = ["mine", "no, mine"].map((words) =>
      updateBy(copyOf(base, clientId), (doc) => write({ doc }, words)),
    );
    const sockets = two.nodes.map((node, at) => {
      const headers = node.headersOf(
        two.app.people[at === 0 ? "owner" : "editor"],
      );
      return new RawSocket({ address: node.address, path: journeyId, headers });
    });
    two.open.push(...sockets);
    for (const socket of sockets) await socket.join();
    sockets[0]!.sendUpdate(frames[0]!);
    await vi.waitFor(async () =>
      expect(titleOf(await two.stored(journeyId))).toContain("mine"),
    );
    sockets[1]!.sendUpdate(frames[1]!);
    expect((await sockets[1]!.closed).code).toBe(4409);
    expect(sockets[0]!.isOpen).toBe(true);
    expect(titleOf(await two.stored(journeyId))).not.toContain("no, mine");
    write(bob, "!");
    await bob.acknowledged();
    expect(jsonOf(bob.doc)).toBe(jsonOf(await two.stored(journeyId)));
    write(ada, "?");
    await ada.acknowledged();
    expect(jsonOf(ada.doc)).toBe(jsonOf(await two.stored(journeyId)));
  });

  test("[C16] of what one client says differently on two nodes all nodes keep what the log has first", async () => {
    const journeyId = await two.newJourney();
    const { ada, bob } = await two.twoPeople(journeyId);
    const { editor } = two.app.people;
    const twins = two.nodes.map((node) => {
      const headers = node.headersOf(editor);
      return new RawSocket({ address: node.address, path: journeyId, headers });
    });
    two.open.push(...twins);
    const base = await two.stored(journeyId);
    for (const twin of twins) await twin.join();
    const first = copyOf(base, 815);
    twins[0]!.sendUpdate(updateBy(first, (doc) => write({ doc }, "early")));
    await vi.waitFor(() => expect(titleOf(bob.doc)).toContain("early"), 5_000);
    two.cutOff();
    const [here, there] = [copyOf(first, 815), copyOf(first, 815)];
    twins[0]!.sendUpdate(updateBy(here, (doc) => write({ doc }, "here")));
    await ada.acknowledged();
    await vi.waitFor(async () =>
      expect(titleOf(await two.stored(journeyId))).toContain("here"),
    );
    twins[1]!.sendUpdate(updateBy(there, (doc) => write({ doc }, "ELSE")));
    // Before it is refused or comes to nothing, the node that had it takes what it had missed.
    await vi.waitFor(async () => {
      const heads = await two.nodes[0].core.log.readHeads([journeyId]);
      const [, room] = two.rooms(journeyId);
      expect(room!.durableSeq).toBe(heads.get(journeyId)?.headSeq);
      const { map } = await room!.read();
      expect(map.meta.title).toBe(titleOf(await two.stored(journeyId)));
    }, 5_000);
    expect(titleOf(await two.stored(journeyId))).not.toContain("ELSE");
  });

  test("[C24] the same key on two nodes at the same moment is done once, and both hear which change it was", async () => {
    const journeyId = await two.newJourney();
    const { bob } = await two.twoPeople(journeyId);
    two.cutOff();
    const call = async (node: LabNode) => {
      const held = await node.core.rooms.enter(journeyId);
      const result = await new Promise<CallResult>((settle) =>
        held!.room.push({
          kind: "call",
          call: {
            actor: { kind: "user", id: two.app.people.owner.userId },
            idemKey: "once",
            op: (ctx) => {
              const map = resolve(ctx.doc);
              const place = {
                laneId: map.lanes[0]!.id,
                columnId: map.stages[0]!.id,
              };
              addCard(ctx, { ...place, text: "a card of its own" });
            },
            settle,
          },
        }),
      );
      held!.release();
      return result;
    };
    const typing = setInterval(() => write(bob, "x"), 5);
    const results = await Promise.all([call(two.nodes[0]), call(two.nodes[1])]);
    clearInterval(typing);
    // Nothing else tells his node what the other stored last: messages are lost here, and nobody looks by himself.
    write(bob, "x");
    await bob.acknowledged();
    expect(results.map(({ kind }) => kind).toSorted()).toEqual([
      "repeated",
      "stored",
    ]);
    const map = resolve(await two.stored(journeyId));
    const texts = Object.values(map.cells)
      .flat()
      .map(({ text }) => text);
    expect(texts.filter((text) => text === "a card of its own")).toHaveLength(
      1,
    );
    await areEqual([bob.doc], () => two.stored(journeyId));
    expect(bob.closes).toEqual([]);
  });

  test("[C24] who reads through one node finds what was stored through another", async () => {
    const journeyId = await two.newJourney();
    const { ada } = await two.twoPeople(journeyId);
    two.cutOff();
    write(ada, "news");
    const seq = await ada.acknowledged();
    const [, room] = two.rooms(journeyId);
    expect(room!.durableSeq).toBeLessThan(seq);
    await room!.follower.reach();
    expect((await room!.read()).map.meta.title).toContain("news");
  });

  test("[C7] snapshots and rows are written by both at once, never backwards, and say what the map says", async () => {
    const journeyId = await two.newJourney();
    const { ada, bob } = await two.twoPeople(journeyId);
    const { pool } = two.nodes[0];
    await pool.query(`CREATE TABLE seen (at serial, snapshot bigint, proj bigint);
      CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO seen (snapshot, proj) VALUES (NEW.snapshot_seq, NEW.proj_seq); RETURN NEW; END $$;
      CREATE TRIGGER seen AFTER UPDATE ON document_state FOR EACH ROW WHEN (NEW.journey_id = '${journeyId}')
        EXECUTE FUNCTION see()`);
    for (let round = 0; round < 12; round++) {
      const [late, other] = round % 2 === 0 ? [ada, bob] : [bob, ada];
      write(other, `${round},`);
      await other.acknowledged();
      // One of the two does not know of the newest change: what it writes is older than what the other does.
      two.cutOff();
      write(late, ";");
      await late.acknowledged();
      for (const bus of two.buses) bus.lossPercent = 0;
      await Promise.all(
        two.rooms(journeyId).map(({ keeper }) => keeper.finish()),
      );
    }
    const { rows: seen } = await pool.query<{ snapshot: string; proj: string }>(
      `SELECT snapshot, proj FROM seen ORDER BY at`,
    );
    expect(seen.length).toBeGreaterThan(12);
    for (const column of ["snapshot", "proj"] as const) {
      const seqs = seen.map((row) => Number(row[column]));
      expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
    }
    for (const { follower } of two.rooms(journeyId)) await follower.reach();
    await Promise.all(
      two.rooms(journeyId).map(({ keeper }) => keeper.finish()),
    );
    const findings: unknown[] = [];
    const diagnosis = await diagnose(
      { pool, log: two.nodes[0].core.log },
      {
        journeyId,
        onFinding: (it) => it.journeyId && findings.push(it),
        onProgress: () => undefined,
      },
    );
    expect(findings).toEqual([]);
    expect(diagnosis).toMatchObject({ maps: 1, behind: 0 });
    await pool.query(
      `DROP TRIGGER seen ON document_state; DROP FUNCTION see; DROP TABLE seen`,
    );
  });

  test("[C22] a journey that was given another epoch ends its rooms everywhere, and takes nothing of the old one", async () => {
    const journeyId = await two.newJourney();
    const { ada, bob } = await two.twoPeople(journeyId);
    await two.nodes[0].pool.query(
      `UPDATE document_head SET epoch = 2 WHERE journey_id = $1`,
      [journeyId],
    );
    const before = await two.nodes[0].core.log.readHeads([journeyId]);
    write(ada, "old");
    await vi.waitFor(() => expect(ada.closes).toContain(4410));
    const [, room] = two.rooms(journeyId);
    await room!.follower.reach();
    await vi.waitFor(() => expect(bob.closes).toContain(4410));
    expect(await two.nodes[0].core.log.readHeads([journeyId])).toEqual(before);
  });
});

describe("who is where, on two nodes", () => {
  const say = ({ provider }: StockClient, state: object) =>
    provider.awareness.setLocalState(state);
  const seenBy = (client: StockClient, of: StockClient) =>
    client.provider.awareness.getStates().get(of.doc.clientID);

  test("[C19] people on one are seen on the other, under the names of their sessions, and leave", async () => {
    const journeyId = await two.newJourney();
    const ada = await two.person(0, "editor", journeyId);
    say(ada, { user: { id: "x", name: "The boss" }, mood: "calm" });
    const bob = await two.person(1, "admin", journeyId);
    await vi.waitFor(() =>
      expect(seenBy(bob, ada)).toMatchObject({ mood: "calm" }),
    );
    const { userId } = two.app.people.editor;
    expect(seenBy(bob, ada)?.["user"]).toMatchObject({
      id: userId,
      name: "editor",
    });
    say(bob, { mood: "busy" });
    await vi.waitFor(() =>
      expect(seenBy(ada, bob)).toMatchObject({ mood: "busy" }),
    );
    // Nobody's own state comes back to them.
    expect(ada.provider.awareness.getLocalState()).toMatchObject({
      user: { id: "x" },
    });
    ada.provider.disconnect();
    await vi.waitFor(() => expect(seenBy(bob, ada)).toBeUndefined());
  });

  test("[C19] nobody speaks for somebody on another node", async () => {
    const journeyId = await two.newJourney();
    const ada = await two.person(0, "editor", journeyId);
    const bob = await two.person(1, "admin", journeyId);
    say(ada, { mood: "calm" });
    await vi.waitFor(() =>
      expect(seenBy(bob, ada)).toMatchObject({ mood: "calm" }),
    );
    const headers = two.nodes[1].headersOf(two.app.people.viewer);
    const { address } = two.nodes[1];
    const forger = new RawSocket({ address, path: journeyId, headers });
    two.open.push(forger);
    await forger.join();
    const entry = encodeEntry(ada.doc.clientID, 9e12, { mood: "forged" });
    forger.send(Uint8Array.of(MESSAGE.presence, entry.length + 1, 1, ...entry));
    say(bob, { mood: "seen" });
    await vi.waitFor(() =>
      expect(seenBy(ada, bob)).toMatchObject({ mood: "seen" }),
    );
    expect(seenBy(bob, ada)).toMatchObject({ mood: "calm" });
    expect(ada.provider.awareness.getLocalState()).toEqual({ mood: "calm" });
  });

  test("[C19] whoever comes back through another node is there at once, and once", async () => {
    const journeyId = await two.newJourney();
    const bob = await two.person(1, "admin", journeyId);
    const doc = new Y.Doc();
    const at = async (node: LabNode, mood: string) => {
      const client = sit(node, two.app.people.editor, journeyId, doc);
      await client.synced();
      say(client, { mood });
      await vi.waitFor(() =>
        expect(seenBy(bob, client)).toMatchObject({ mood }),
      );
      return client;
    };
    for (const [round, node] of [
      two.nodes[0],
      two.nodes[1],
      two.nodes[0],
    ].entries()) {
      const ada = await at(node, `round ${round}`);
      ada.provider.destroy();
    }
    await vi.waitFor(() =>
      expect(bob.provider.awareness.getStates().has(doc.clientID)).toBe(false),
    );
  });

  test("[C19] what is lost of it comes with the next beat, and those of a silent node are gone", async () => {
    const journeyId = await two.newJourney();
    const ada = await two.person(0, "editor", journeyId);
    const bob = await two.person(1, "admin", journeyId);
    two.cutOff();
    say(ada, { mood: "unheard" });
    await ada.acknowledged();
    two.buses[0].lossPercent = 0;
    await vi.waitFor(() =>
      expect(seenBy(bob, ada)).toMatchObject({ mood: "unheard" }),
    );
    // As a killed node: it neither says that they left nor that they are still there.
    two.buses[0].lossPercent = 100;
    await vi.waitFor(() => expect(seenBy(bob, ada)).toBeUndefined(), 5_000);
  });
});
