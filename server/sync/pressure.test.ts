import * as encoding from "lib0/encoding";
import { expect, test, vi } from "vitest";
import { CLOSE } from "@/lib/protocol/close-codes";
import { parseEnv } from "@/server/env";
import { mapBudget, userBudgets } from "./budgets-of";
import { Connection } from "./connection";
import { Inbox } from "./inbox";
import type { Room } from "./room";
import type { RoomDeps, RoomItem } from "./room-types";
import type { Seat } from "./seat";
import { syncSettings } from "./settings";

const usual = syncSettings(
  parseEnv({ DATABASE_URL: "postgresql://nowhere/db" }),
);

const seatOf = (userId: string) => ({
  sitter: { actor: { userId } },
  isEnding: false,
  canEdit: true,
  judgement: null,
  heardAt: 0,
  pause: vi.fn(),
  rest: vi.fn(),
  end: vi.fn(),
  close: vi.fn(),
});
type FakeSeat = ReturnType<typeof seatOf>;
const seated = (seat: FakeSeat) => seat as unknown as Seat;

/** The question whether everything is stored. */
const marker = (() => {
  const encoder = encoding.createEncoder();
  for (const value of [100, 0, 1]) encoding.writeVarUint(encoder, value);
  return encoding.toUint8Array(encoder);
})();

function world(settings = usual) {
  const pushed: RoomItem[] = [];
  const room = {
    budget: mapBudget(settings, Date.now()),
    push: (item: RoomItem) => pushed.push(item),
  } as unknown as Room;
  const onRefusal = vi.fn();
  const budgets = userBudgets(settings);
  const deps = { settings, budgets, onRefusal } as unknown as RoomDeps;
  const connect = (seat: FakeSeat) => new Connection(seated(seat), room, deps);
  return { pushed, onRefusal, connect };
}

test("[2.3] what a map is sent by all together beyond its limit is read more slowly, and all of it is taken", () => {
  const { pushed, onRefusal, connect } = world({ ...usual, framesPerMap: 10 });
  const seats = Array.from({ length: 10 }, (_, at) => seatOf(`person ${at}`));
  for (const seat of seats) {
    const connection = connect(seat);
    for (let at = 0; at < 10; at++) connection.receive(marker);
  }
  expect(pushed).toHaveLength(100);
  expect(seats[0]!.rest).not.toHaveBeenCalled();
  expect(seats.at(-1)!.rest).toHaveBeenCalled();
  expect(onRefusal).not.toHaveBeenCalled();
});

test("[2.3] [WS-10] who stays below the limit on each of many connections is counted over all of them", () => {
  const { onRefusal, connect } = world({ ...usual, framesPerUser: 20 });
  const [one, two, other] = [seatOf("ada"), seatOf("ada"), seatOf("bob")];
  const [first, second, third] = [one, two, other].map(connect);
  for (let at = 0; at < 200; at++) first!.receive(marker);
  expect(one.end).not.toHaveBeenCalled();
  for (let at = 0; at < 200; at++) second!.receive(marker);
  expect(two.end).toHaveBeenCalledWith(CLOSE.tooFast, "too_fast");
  expect(onRefusal).toHaveBeenCalled();
  third!.receive(marker);
  expect(other.end).not.toHaveBeenCalled();
});

function inboxOf() {
  const room = {
    isGone: false,
    isWorking: true,
    seats: new Set<Seat>(),
    commits: { count: 0, hasAlone: false },
    isPressed: false,
    work: async () => undefined,
  };
  return new Inbox(room, usual);
}
const update = (seat: FakeSeat, bytes: number): RoomItem => ({
  kind: "update",
  seat: seated(seat),
  bytes: new Uint8Array(bytes),
  isAnswer: false,
});

test("[2.3] who sends more than a thousand items or four megabytes before the room's next turn is not read any further", () => {
  const [many, much] = [seatOf("ada"), seatOf("bob")];
  const [first, second] = [inboxOf(), inboxOf()];
  for (let at = 0; at <= 1_000; at++) first.push(update(many, 1));
  expect(many.pause).not.toHaveBeenCalled();
  first.push(update(many, 1));
  expect(many.pause).toHaveBeenCalled();

  for (let at = 0; at < 17; at++) second.push(update(much, 256 * 1024));
  expect(much.pause).not.toHaveBeenCalled();
  second.push(update(much, 1));
  expect(much.pause).toHaveBeenCalled();
  expect(much.end).not.toHaveBeenCalled();
});

test("[2.3] beyond what a room may hold at all its senders are asked to come back", () => {
  const inbox = inboxOf();
  const seat = seatOf("ada");
  for (let at = 0; at < 2; at++) inbox.push(update(seat, 8 * 1024 * 1024));
  expect(seat.end).not.toHaveBeenCalled();
  inbox.push(update(seat, 1));
  expect(seat.end).toHaveBeenCalledWith(CLOSE.overloaded, "queue_full");
});

test.each([
  ["a connection", { bytesPerSecond: 100 }],
  ["a person", { bytesPerUser: 100 }],
])(
  "[2.9] who sends more bytes than %s may has to come back later, however few frames it is",
  (_whose, limit) => {
    // What comes back from working offline must fit, so that is what may come at once.
    const { connect, onRefusal } = world({
      ...usual,
      firstSyncBytes: 1_000,
      ...limit,
    });
    const seat = seatOf("ada");
    const connection = connect(seat);
    const frame = new Uint8Array(1_000).fill(100);
    const isOver = () => seat.end.mock.calls.length > 0;
    for (let at = 0; at < 3 && !isOver(); at++) connection.receive(frame);
    expect(onRefusal).toHaveBeenCalledWith(seat, "too_fast");
    expect(seat.end).toHaveBeenCalledWith(CLOSE.tooFast, "too_fast");
  },
);
