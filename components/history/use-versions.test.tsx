import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import type { RoomClient } from "@/components/room/room-client";
import { RoomContext } from "@/components/room/room-context";
import type { SaveStatus } from "@/components/room/save-status";
import { Seat } from "@/components/room/seat";
import { TestRoom } from "@/components/touchpoint/testing/test-room";
import type { VersionList } from "@/lib/api/versions";
import { useVersions } from "./use-versions";

const asked = vi.hoisted(() => vi.fn());
vi.mock("@/components/workspace/api-client", () => ({ api: asked }));

const versions = (...seqs: number[]) => ({
  ok: true,
  data: {
    versions: seqs.map((seq) => ({ seq })),
    nextCursor: null,
  } as unknown as VersionList,
});

/** The versions of a room that is being connected, and what makes its line stand. */
function show() {
  const place = new TestRoom().room();
  const state = place.client!.getState();
  let status: SaveStatus = "connecting";
  const listeners = new Set<() => void>();
  const client = {
    getState: () => ({ ...state, status }),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onEvent: () => () => undefined,
    presence: { subscribe: () => () => undefined },
  } as unknown as RoomClient;
  const seat = new Seat(client);
  const { result } = renderHook(useVersions, {
    wrapper: ({ children }: { children: ReactNode }) => (
      <RoomContext value={{ ...place, seat }}>{children}</RoomContext>
    ),
  });
  const become = (next: SaveStatus) => {
    status = next;
    act(() => listeners.forEach((listener) => listener()));
  };
  return { seqs: () => result.current.list.map(({ seq }) => seq), become };
}

test("[N09] a version that was made before the line stood, and while it was broken, appears by itself", async () => {
  asked.mockResolvedValueOnce(versions(1));
  const { seqs, become } = show();
  await waitFor(() => expect(seqs()).toEqual([1]));
  asked.mockResolvedValueOnce(versions(2, 1));
  become("saved");
  await waitFor(() => expect(seqs()).toEqual([2, 1]));
  asked.mockResolvedValueOnce(versions(3, 2, 1));
  become("offline");
  become("saved");
  await waitFor(() => expect(seqs()).toEqual([3, 2, 1]));
});

test("[N09] an answer that was overtaken takes no version away", async () => {
  let late: (answer: ReturnType<typeof versions>) => void = () => undefined;
  asked.mockReturnValueOnce(new Promise((done) => (late = done)));
  const { seqs, become } = show();
  asked.mockResolvedValueOnce(versions(2, 1));
  become("saved");
  await waitFor(() => expect(seqs()).toEqual([2, 1]));
  await act(async () => late(versions(1)));
  expect(seqs()).toEqual([2, 1]);
});
