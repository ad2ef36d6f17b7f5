import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RoomClient } from "@/components/room/room-client";
import { Seat } from "@/components/room/seat";
import { useBareWindow } from "@/components/touchpoint/testing/panel-hands";
import { TestRoom, TestScene } from "@/components/touchpoint/testing/test-room";
import { UnreadProvider } from "@/components/workspace/inbox/unread";
import { UnreadBadge } from "@/components/workspace/inbox/unread-badge";
import workspace from "@/lib/i18n/messages/en/workspace.json";
import type { RoomEvent } from "@/lib/protocol/events";
import { LiveConversation } from "./live-conversation";

const asked = vi.hoisted(() => vi.fn());
vi.mock("@/components/workspace/api-client", () => ({ api: asked }));
vi.mock("next/navigation", () => ({ usePathname: () => "/w/shoes" }));
beforeEach(useBareWindow);
afterEach(() => {
  cleanup();
  asked.mockReset();
});

const countOf = () =>
  asked.mock.calls.filter(([path]) => String(path).endsWith("/inbox/count"));

test("[A5] who has a map open sees at its inbox, at once, that something was said to them there", async () => {
  let unread = 0;
  asked.mockImplementation(async (path: string) => ({
    ok: true,
    data: path.endsWith("/inbox/count")
      ? { unread: 3 }
      : {
          counts: [{ kind: "map", id: null, open: 1, unread }],
          isMuted: false,
        },
  }));
  const place = new TestRoom().room();
  const heard = new Set<(event: RoomEvent) => void>();
  const client = {
    getState: () => place.client!.getState(),
    subscribe: () => () => undefined,
    onEvent: (listener: (event: RoomEvent) => void) => {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    presence: { subscribe: () => () => undefined },
  } as unknown as RoomClient;
  render(
    <TestScene room={{ ...place, seat: new Seat(client) }} messages={{ workspace }}>
      <UnreadProvider slug="shoes" initial={2}>
        <UnreadBadge />
        <LiveConversation
          initial={{
            counts: [{ kind: "map", id: null, open: 1, unread }],
            isMuted: false,
          }}
          mayComment
        >
          <p>The map</p>
        </LiveConversation>
      </UnreadProvider>
    </TestScene>,
  );
  const say = () =>
    act(async () => {
      for (const listener of heard)
        listener({ noun: "comment", id: place.journeyId } as RoomEvent);
    });
  screen.getByText("2 unread");
  // What oneself said is nothing new.
  await say();
  expect(countOf()).toEqual([]);
  unread = 1;
  await say();
  await screen.findByText("3 unread");
  expect(countOf()).toHaveLength(1);
});
