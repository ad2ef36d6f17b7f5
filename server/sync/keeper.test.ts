import { afterEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { testDocument } from "@/lib/journey/testing/context";
import { Keeper } from "./keeper";
import { LiveDocument } from "./live-document";
import type { RoomDeps } from "./room-types";
import { syncSettings } from "./settings";
import { smallSeed } from "./testing/seed";
import { parseEnv } from "@/server/env";

afterEach(() => {
  vi.useRealTimers();
});

/** A keeper of a room in which everything is stored, and what it writes. */
function keeperOf(stored: { snapshotSeq: number; projSeq: number }) {
  const { doc } = testDocument(smallSeed);
  const snapshot = Y.encodeStateAsUpdate(doc);
  const room = {
    journeyId: "j",
    epoch: 1,
    durableSeq: 7,
    isSettled: true,
    document: new LiveDocument({ snapshot, tail: [] }, Infinity),
    fail: vi.fn(),
  };
  const project = vi.fn(async () => undefined);
  const saveSnapshot = vi.fn(async () => "saved");
  const deps = {
    settings: syncSettings(parseEnv({ DATABASE_URL: "postgresql://no/db" })),
    pace: { ask: vi.fn(), withdraw: vi.fn() },
    log: { saveSnapshot },
    projectorOf: () => ({ project }),
    versionsOf: () => ({ keep: vi.fn() }),
  } as unknown as RoomDeps;
  const keeper = new Keeper(room, deps, { ...stored, headSeq: 7 });
  return { keeper, room, project, saveSnapshot };
}

test("[2.5] rows that somebody asks for are written out of the document at once, and once", async () => {
  const { keeper, room, project } = keeperOf({ snapshotSeq: 7, projSeq: 6 });
  keeper.hurry();
  expect(project).toHaveBeenCalledOnce();
  expect(project.mock.lastCall).toMatchObject([
    { meta: { title: smallSeed.title } },
    7,
    expect.anything(),
  ]);
  await Promise.resolve();
  keeper.hurry();
  expect(project).toHaveBeenCalledOnce();
  expect(room.fail).not.toHaveBeenCalled();
  keeper.stop();
});

test("[2.5] a map that comes to rest after many changes is stored in one piece, and not while they go on coming", () => {
  vi.useFakeTimers();
  const { keeper, saveSnapshot } = keeperOf({ snapshotSeq: 7, projSeq: 7 });
  for (let second = 0; second < 10; second++) {
    keeper.note(20, 20);
    vi.advanceTimersByTime(1_000);
  }
  expect(saveSnapshot).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(saveSnapshot).toHaveBeenCalledOnce();
  keeper.stop();
});

test("[2.5] a map that comes to rest after a few changes is not stored in one piece for that", () => {
  vi.useFakeTimers();
  const { keeper, saveSnapshot } = keeperOf({ snapshotSeq: 7, projSeq: 7 });
  keeper.note(99, 99);
  vi.advanceTimersByTime(10_000);
  expect(saveSnapshot).not.toHaveBeenCalled();
  keeper.stop();
});
