import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { resolve } from "@/lib/journey/resolve";
import { textOf } from "@/lib/journey/texts";
import { MESSAGE, SYNC } from "@/lib/protocol/messages";
import { announceAccessChange } from "@/server/access-changes";
import { prisma } from "@/server/db/prisma";
import { faultRuns } from "@/test/fault-runs";
import type { Admit } from "./authenticate";
import { updateFrame } from "./frames";
import { Guests } from "./testing/guests";
import { startLab, type Lab } from "./testing/lab";
import { isOf, type RawSocket } from "./testing/raw-socket";
import { updateBy } from "./testing/updates";

let lab: Lab;
/** Stands in for a database that answers late. */
let beforeAdmission: () => Promise<void> = async () => undefined;
const slowly =
  (usual: Admit): Admit =>
  async (request) => {
    await beforeAdmission();
    return usual(request);
  };
let guests: Guests;
beforeAll(async () => {
  const short = { heartbeatMs: 50, silenceMs: 500, stallMs: 500, gapMs: 200 };
  lab = await startLab({
    admit: slowly,
    settings: faultRuns.isLong ? {} : short,
  });
  guests = new Guests(lab);
});
afterEach(() => {
  beforeAdmission = async () => undefined;
  guests.leave();
});
afterAll(() => lab.stop());

const title = { kind: "meta", field: "title" } as const;

test.each(["viewer", "commenter", "tokR"] as const)(
  "[WS-06][C17] what a %s sends is refused, heard by nobody and stored nowhere",
  async (name) => {
    const journeyId = await lab.newJourney();
    const ada = await guests.stock("admin", journeyId);
    const socket = guests.rawAs(name, journeyId);
    const doc = await socket.join();
    const update = updateBy(doc, (copy) =>
      textOf(copy, title)?.insert(0, "mine: "),
    );
    for (let at = 0; at < 4; at++) socket.sendUpdate(update, SYNC.step2);
    socket.sendUpdate(update);
    await socket.next(isOf(MESSAGE.auth));
    expect(socket.isOpen).toBe(true);
    socket.sendUpdate(update);
    socket.sendUpdate(update);
    expect((await socket.closed).code).toBe(4403);
    await ada.acknowledged();
    expect(resolve(ada.doc).meta.title).toBe("Buying running shoes");
    expect(await lab.logRows(journeyId)).toBe(1);
    expect(lab.refused).toContainEqual({
      userId: lab.app.people[name].userId,
      reason: "not_editor",
    });
  },
);

test(
  "[C17] a viewer's unmodified client stays through edits and deletions, and an edit that it sends all the same is not taken",
  { timeout: faultRuns.isLong ? 900_000 : 60_000 },
  async () => {
    const journeyId = await lab.newJourney();
    const ada = await guests.stock("editor", journeyId);
    textOf(ada.doc, title)?.delete(0, 7);
    await ada.acknowledged();
    const eve = await guests.stock("viewer", journeyId);
    let beats = 0;
    const heard = eve.provider.messageHandlers[MESSAGE.presence]!;
    eve.provider.messageHandlers[MESSAGE.presence] = (...all) => {
      beats++;
      heard(...all);
    };
    textOf(ada.doc, title)?.insert(0, "New ");
    textOf(ada.doc, title)?.delete(0, 1);
    // Thirty heartbeats, and ten minutes where that is asked for.
    const until = faultRuns.isLong ? Date.now() + 10 * 60_000 : 0;
    await vi.waitFor(
      () => {
        expect(beats).toBeGreaterThan(30);
        expect(Date.now()).toBeGreaterThan(until);
      },
      { timeout: 800_000, interval: 50 },
    );
    await ada.acknowledged();
    expect(resolve(eve.doc).meta.title).toBe("ew running shoes");
    expect(eve.closes).toEqual([]);

    const rows = await lab.logRows(journeyId);
    const denied = new Promise((done) => {
      eve.provider.messageHandlers[MESSAGE.auth] = done;
    });
    const edit = updateBy(eve.doc, (doc) =>
      textOf(doc, title)?.insert(0, "mine: "),
    );
    const socket = eve.provider.ws as { send(frame: Uint8Array): void } | null;
    socket?.send(updateFrame(edit));
    await denied;
    await ada.acknowledged();
    expect(resolve(ada.doc).meta.title).toBe("ew running shoes");
    expect(await lab.logRows(journeyId)).toBe(rows);
  },
);

test("[WS-08][C18] deleting a journey ends its sockets", async () => {
  const journeyId = await lab.newJourney();
  const socket = guests.rawAs("editor", journeyId);
  await socket.join();
  await prisma().journey.update({
    where: { id: journeyId },
    data: { deletedAt: new Date() },
  });
  announceAccessChange({ kind: "ended", filter: { journeyId }, code: 4404 });
  expect((await socket.closed).code).toBe(4404);
  expect((await guests.rawAs("editor", journeyId).closed).code).toBe(4404);
});

/** Types into a socket, ten times as fast as a person. */
function typing(socket: RawSocket, doc: Parameters<typeof updateBy>[0]) {
  const type = () => {
    if (!socket.isOpen) return;
    const insert = (copy: typeof doc) => textOf(copy, title)?.insert(0, "x");
    socket.sendUpdate(updateBy(doc, insert));
    sent++;
  };
  let sent = 0;
  const timer = setInterval(type, 10);
  return { count: () => sent, stop: () => clearInterval(timer) };
}

test("[WS-07][C18] of an editor who becomes a viewer while typing nothing is taken after the change", async () => {
  const journeyId = await lab.newJourney();
  const ada = await guests.stock("admin", journeyId);
  const person = await guests.newMember("editor");
  const socket = guests.rawAs(person, journeyId);
  const keys = typing(socket, await socket.join());
  await vi.waitFor(async () =>
    expect(await lab.logRows(journeyId)).toBeGreaterThan(3),
  );
  let answer = () => undefined as void;
  const answered = new Promise<void>((done) => (answer = done));
  beforeAdmission = () => answered;
  const { status } = await lab.app.people.owner.send(
    "PATCH",
    `/workspaces/${lab.app.workspace.slug}/members/${person.userId}`,
    { role: "viewer" },
  );
  expect(status).toBe(204);
  const before = keys.count();
  // What came before the change may still be on its way.
  await ada.acknowledged();
  const rows = await lab.logRows(journeyId);
  await vi.waitFor(() => expect(keys.count()).toBeGreaterThan(before + 20));
  expect(await lab.logRows(journeyId)).toBe(rows);
  answer();
  expect((await socket.closed).code).toBe(4501);
  keys.stop();
  await ada.acknowledged();
  expect(await lab.logRows(journeyId)).toBe(rows);

  const again = guests.rawAs(person, journeyId);
  const doc = await again.join();
  again.sendUpdate(
    updateBy(doc, (copy) => textOf(copy, title)?.insert(0, "x")),
  );
  await again.next(isOf(MESSAGE.auth));
  expect(await lab.logRows(journeyId)).toBe(rows);
});
