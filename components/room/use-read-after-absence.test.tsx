import { act, cleanup, render, screen } from "@testing-library/react";
import { memo, type ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { LiveConversation } from "@/components/conversation/live-conversation";
import { useTotalCount } from "@/components/conversation/talk-context";
import { useEvidenceGroups } from "@/components/map/emotion/evidence";
import { LiveEvidence } from "@/components/map/emotion/live-evidence";
import { TestRoom, TestScene } from "@/components/touchpoint/testing/test-room";
import { nothingSummed } from "@/lib/insight/evidence-sums";
import { keptMark } from "@/lib/kept/names";
import type { RoomClient } from "./room-client";
import type { SaveStatus } from "./save-status";
import { Seat } from "./seat";
import { useReadAfterAbsence } from "./use-read-after-absence";

// The rows that a kept page names are asked for as well, and what was asked for may be answered after the page is gone.
const asked = vi.hoisted(() =>
  vi.fn<(path: string) => Promise<object>>(async () => ({ ok: false })),
);
vi.mock("@/components/workspace/api-client", () => ({ api: asked }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.documentElement.removeAttribute(keptMark);
  asked.mockReset();
});

/** How much the server knows by now of what stands beside the map. */
function knows(count: number): void {
  const touchpointId = "0198c000-0000-7000-8000-0000000000a1";
  const groups = Array.from({ length: count }, () => ({
    ...nothingSummed,
    touchpointId,
    personaId: null,
  }));
  const counts = [{ kind: "map", id: null, open: count, unread: 0 }];
  asked.mockImplementation(async (path: string) => ({
    ok: true,
    data: path.endsWith("/evidence")
      ? { groups, personas: [], funnel: null }
      : { counts, isMuted: false },
  }));
}

/** A page that was drawn before anything was said or brought, and what becomes of its line. */
function draw(children: ReactNode) {
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
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  render(
    <TestScene room={{ ...place, seat }} messages={{}}>
      {children}
    </TestScene>,
  );
  return async (next: SaveStatus) => {
    status = next;
    await act(async () => listeners.forEach((listener) => listener()));
  };
}

const Groups = () => <p>{useEvidenceGroups().length} groups</p>;
const Talks = () => <p>{useTotalCount().open} open</p>;

test.each([
  [
    "[N03] evidence",
    "groups",
    <LiveEvidence
      key="evidence"
      initial={[]}
      staleMonths={12}
      funnel={null}
      mayBring
    >
      <Groups />
    </LiveEvidence>,
  ],
  [
    "[A5] a comment",
    "open",
    <LiveConversation
      key="talk"
      initial={{ counts: [], isMuted: false }}
      mayComment
    >
      <Talks />
    </LiveConversation>,
  ],
])(
  "%s that came after the page was drawn and before its line stood appears by itself, and so does what came while it was broken",
  async (_name, word, page) => {
    knows(1);
    const become = draw(page);
    screen.getByText(`0 ${word}`);
    await become("saved");
    await screen.findByText(`1 ${word}`);
    knows(2);
    await become("offline");
    screen.getByText(`1 ${word}`);
    await become("saved");
    await screen.findByText(`2 ${word}`);
    expect(asked).toHaveBeenCalledTimes(2);
  },
);

test("an answer that says what the page was drawn with draws nothing of the map again", async () => {
  knows(0);
  const draws = vi.fn();
  const Cell = memo(function Cell() {
    useEvidenceGroups();
    draws();
    return null;
  });
  const become = draw(
    <LiveEvidence initial={[]} staleMonths={12} funnel={null} mayBring>
      <Cell />
    </LiveEvidence>,
  );
  const before = draws.mock.calls.length;
  await become("saved");
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
  await act(async () => undefined);
  expect(draws).toHaveBeenCalledTimes(before);
  await become("offline");
  knows(1);
  await become("saved");
  await vi.waitFor(() => expect(draws).toHaveBeenCalledTimes(before + 1));
});

function Reader({ read }: { readonly read: () => Promise<void> }) {
  useReadAfterAbsence(read);
  return null;
}

test("[A6] a page that the server has just drawn does not ask with its first line for the same again; one that was kept on this device does", async () => {
  const read = vi.fn(async () => undefined);
  const drawn = draw(<Reader read={read} />);
  await drawn("saved");
  expect(read).not.toHaveBeenCalled();
  cleanup();
  document.documentElement.setAttribute(keptMark, "");
  const kept = draw(<Reader read={read} />);
  await kept("saved");
  expect(read).toHaveBeenCalledOnce();
});
