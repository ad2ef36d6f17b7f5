import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readPresence } from "@/lib/protocol/presence";
import type { Presence } from "@/lib/protocol/presence";
import { completeJsdom } from "@/test/jsdom-browser";
import { TestMap } from "../../testing/test-map";
import { CALL_MS } from "./use-call";
import { GONE_MS } from "./use-be-led";

const look = {
  view: "map",
  stageId: null,
  cell: null,
  scroll: null,
  open: null,
};

function grace(more: object = {}): Presence {
  const user = { id: "g", name: "Grace", colour: "green", role: "editor" };
  const read = readPresence({ user, look, ...more });
  if (!read) throw new Error("no presence");
  return read;
}

describe("following", () => {
  let map: TestMap;
  beforeEach(() => {
    completeJsdom();
    vi.useFakeTimers({ shouldAdvanceTime: true });
    localStorage.clear();
    map = new TestMap();
    map.scene.meet([grace()]);
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });
  const meet = (...presences: Presence[]): void =>
    act(() => map.scene.meet(presences));
  const frame = () => screen.queryByText("Following Grace – Esc stops");
  const follow = async () => {
    map.show();
    fireEvent.click(await screen.findByRole("button", { name: /^Follow G/ }));
    expect(frame()).not.toBeNull();
  };
  const told = (key: string) =>
    map.scene.told.findLast((change) => Object.hasOwn(change as object, key));

  it("[A5] opens what the other opens, closes it with them, and ends by Esc", async () => {
    const id = map.put("Fits");
    await follow();
    expect(told("follows")).toEqual({ follows: "g" });
    meet(grace({ look: { ...look, open: { kind: "card", id } } }));
    expect(
      await screen.findByRole("complementary", { name: /Fits/ }),
    ).not.toBeNull();
    meet(grace());
    expect(screen.queryByRole("complementary", { name: /Fits/ })).toBeNull();
    map.key("Escape");
    expect(frame()).toBeNull();
    expect(told("follows")).toEqual({ follows: null });
  });

  it("[WS-16] shows nothing for a view or a record that does not exist", async () => {
    await follow();
    const open = { kind: "card", id: "gone" };
    meet(grace({ look: { ...look, view: "nowhere", open } }));
    expect(frame()).not.toBeNull();
    expect(screen.queryByRole("complementary", { name: /Card/ })).toBeNull();
  });

  it.each([
    ["the wheel", () => fireEvent.wheel(map.cell())],
    ["a press on the map", () => fireEvent.pointerDown(map.cell())],
    ["an arrow key", () => fireEvent.keyDown(map.cell(), { key: "ArrowDown" })],
    ["a letter", () => fireEvent.keyDown(map.cell(), { key: "a" })],
  ])("[A5] ends by %s", async (_name, move) => {
    await follow();
    fireEvent.keyDown(map.cell(), { key: "Shift" });
    fireEvent.keyDown(map.cell(), { key: "c", ctrlKey: true });
    expect(frame()).not.toBeNull();
    move();
    expect(frame()).toBeNull();
  });

  it("[A5] does not go in circles: who follows me cannot be followed", async () => {
    map.scene.meet([grace({ follows: "me" })]);
    map.show();
    fireEvent.click(await screen.findByRole("button", { name: /^Follow G/ }));
    expect(frame()).toBeNull();
    expect(screen.getByText("Grace already follows you.")).not.toBeNull();
  });

  it("[A5] of two who begin at once one lets go", async () => {
    await follow();
    meet(grace({ follows: "me" }));
    expect(frame()).toBeNull();
  });

  it("[A5] waits for one whose line breaks, and ends when they have left", async () => {
    await follow();
    meet();
    await act(() => vi.advanceTimersByTimeAsync(GONE_MS / 2));
    meet(grace());
    expect(frame()).not.toBeNull();
    meet();
    await act(() => vi.advanceTimersByTimeAsync(GONE_MS + 1));
    expect(screen.getByText(/Grace has left/)).not.toBeNull();
  });

  it("[A5] tells where I am only while somebody wants to know", async () => {
    map.show();
    await screen.findByRole("button", { name: /^Follow G/ });
    expect(told("look")).toBeUndefined();
    meet(grace({ follows: "me" }));
    await vi.waitFor(() =>
      expect(told("look")).toMatchObject({ look: { view: "map" } }),
    );
    meet(grace());
    expect(told("look")).toEqual({ look: null });
  });

  it("[A5] a call is asked once, by who may write, and may be declined", async () => {
    map.show();
    await screen.findByRole("button", { name: /^Follow G/ });
    const viewer = grace({ calls: "one" });
    meet({ ...viewer, user: { ...viewer.user, role: "viewer" } });
    expect(screen.queryByText(/Grace asks everyone/)).toBeNull();
    meet(grace({ calls: "two" }));
    meet(grace({ calls: "three" }));
    expect(screen.getAllByText(/Grace asks everyone/)).toHaveLength(1);
    fireEvent.click(screen.getByRole("button", { name: "Stay" }));
    expect(told("follows")).toBeUndefined();
  });

  it("[A5] whoever calls again at once is asked to wait", async () => {
    map.show();
    const call = async () => {
      fireEvent.click(
        await screen.findByRole("button", { name: "More about this map" }),
      );
      fireEvent.click(
        await screen.findByRole("menuitem", { name: "Bring everyone here" }),
      );
    };
    await call();
    expect(screen.getByText("1 person is asked to come here.")).not.toBeNull();
    expect(told("calls")).toMatchObject({ calls: expect.any(String) });
    await call();
    expect(screen.getByText(/You have just asked/)).not.toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(CALL_MS + 1));
    expect(told("calls")).toEqual({ calls: null });
  });
});
