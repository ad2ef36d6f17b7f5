import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { testDocument } from "@/lib/journey/testing/context";
import { Keeper } from "./keeper";
import { LiveDocument } from "./live-document";
import type { RoomDeps } from "./room-types";
import { syncSettings } from "./settings";
import { smallSeed } from "./testing/seed";
import { parseEnv } from "@/server/env";

test("[2.5] rows that somebody asks for are written out of the document at once, and once", async () => {
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
  const deps = {
    settings: syncSettings(parseEnv({ DATABASE_URL: "postgresql://no/db" })),
    pace: { ask: vi.fn(), withdraw: vi.fn() },
    projectorOf: () => ({ project }),
    versionsOf: () => ({ keep: vi.fn() }),
  } as unknown as RoomDeps;
  const stored = { snapshotSeq: 7, projSeq: 6, headSeq: 7 };
  const keeper = new Keeper(room, deps, stored);
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
