import {
  act,
  cleanup,
  fireEvent,
  render,
  screen,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TestRoom } from "@/components/touchpoint/testing/test-room";
import room from "@/lib/i18n/messages/en/room.json";
import type { RoomClient } from "./room-client";
import { RoomContext } from "./room-context";
import type { RoomState } from "./room-state";
import { Seat } from "./seat";
import { UpdateNotice } from "./update-notice";

const reload = vi.fn();
const gone = vi.fn();
let state: RoomState;
let listeners: Set<() => void>;

/** As the room says it, in the middle of somebody's work. */
function tell(change: Partial<RoomState>): void {
  state = { ...state, ...change };
  act(() => listeners.forEach((listener) => listener()));
}

function show(): void {
  const place = new TestRoom().room();
  const client = {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    presence: { subscribe: () => () => undefined },
  } as unknown as RoomClient;
  render(
    <NextIntlClientProvider locale="en" messages={{ room }}>
      <RoomContext value={{ ...place, seat: new Seat(client) }}>
        <UpdateNotice onGone={gone} reload={reload} />
      </RoomContext>
    </NextIntlClientProvider>,
  );
}

beforeEach(() => {
  listeners = new Set();
  state = {
    status: "saved",
    isLoaded: true,
    canEdit: true,
    isFull: false,
    isUnsaved: false,
    isAtRisk: false,
    closedBy: null,
    newerBuild: null,
    large: null,
  };
});
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

const press = (name: string) =>
  fireEvent.click(screen.getByRole("button", { name }));

test("[A6] nothing is said while page and server are of one build", () => {
  show();
  expect(screen.getByRole("status").textContent).toBe("");
  expect(screen.queryByRole("button")).toBeNull();
});

test("[A6] an updated server is said once and aloud, and the page is loaded anew on request only", () => {
  show();
  tell({ newerBuild: "b" });
  expect(screen.getByRole("status").textContent).toMatch(/updated/);
  expect(reload).not.toHaveBeenCalled();
  press("Reload");
  expect(reload).toHaveBeenCalledTimes(1);
});

test("[A6] [FT-35] what is not stored yet is waited for before the page is loaded anew", () => {
  show();
  tell({ newerBuild: "b", status: "saving", isUnsaved: true, isAtRisk: true });
  press("Reload");
  expect(reload).not.toHaveBeenCalled();
  expect(screen.getByRole("status").textContent).toMatch(/as soon as/);
  tell({ status: "saved", isUnsaved: false, isAtRisk: false });
  expect(reload).toHaveBeenCalledTimes(1);
});

test("[A6] what is kept on the device need not wait for a server that is away", () => {
  show();
  tell({
    newerBuild: "b",
    status: "offline",
    isUnsaved: true,
    isAtRisk: false,
  });
  press("Reload");
  expect(reload).toHaveBeenCalledTimes(1);
});

test("[A6] it can be put away, takes a wait back with it, and comes again with the next update", () => {
  show();
  tell({ newerBuild: "b", status: "saving", isUnsaved: true, isAtRisk: true });
  press("Reload");
  press("Later");
  expect(gone).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("button")).toBeNull();
  tell({ status: "saved", isUnsaved: false, isAtRisk: false });
  expect(reload).not.toHaveBeenCalled();
  tell({ newerBuild: "c" });
  expect(screen.getByRole("button", { name: "Reload" })).not.toBeNull();
});
