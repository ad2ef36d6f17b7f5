import {
  cleanup,
  fireEvent,
  renderHook,
  waitFor,
} from "@testing-library/react";
import type { ContextType, ReactNode } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { SeeingContext } from "./seeing-context";
import { useLooking } from "./use-looking";

const loads = vi.hoisted(() => ({ tries: 0, holdToPan: vi.fn() }));
vi.mock("./hold-to-pan", () => ({
  get holdToPan() {
    loads.tries += 1;
    if (loads.tries === 1) throw new Error("no connection");
    return loads.holdToPan;
  },
}));

afterEach(cleanup);

/** What scrolls a map, as it is looked at through a viewport. */
function look(viewport: object): HTMLElement {
  const [frame, content] = [
    document.body.appendChild(document.createElement("div")),
    document.createElement("div"),
  ];
  const seeing = { viewport } as unknown as ContextType<typeof SeeingContext>;
  renderHook(() => useLooking({ frame: { current: frame }, content }), {
    wrapper: ({ children }: { readonly children: ReactNode }) => (
      <SeeingContext value={seeing}>{children}</SeeingContext>
    ),
  });
  return frame;
}
const attach = () => () => undefined;

it("what pans by the space bar or the middle button is loaded when it is asked for, and again after a failure", async () => {
  const viewport = { attach };
  const frame = look(viewport);
  fireEvent.keyDown(window, { key: "a" });
  fireEvent.pointerDown(frame, { button: 0 });
  expect(loads.tries).toBe(0);
  fireEvent.keyDown(window, { key: " " });
  await waitFor(() => expect(loads.tries).toBe(1));
  const press = new MouseEvent("pointerdown", { button: 1, bubbles: true });
  fireEvent(frame, press);
  await waitFor(() =>
    expect(loads.holdToPan).toHaveBeenCalledWith(frame, viewport),
  );
});

it("[A4] Ctrl and the wheel zoom around the pointer, two fingers between them, and the wheel or a finger alone stays with the browser", () => {
  const zooms: { zoom: number; at: object }[] = [];
  const zoomAround = (change: (zoom: number) => number, at: object) =>
    void zooms.push({ zoom: change(1), at });
  const frame = look({ attach, zoomAround });
  const at = { clientX: 30, clientY: 40 };
  expect(fireEvent.wheel(frame, { ...at, deltaY: 100 })).toBe(true);
  expect(zooms).toEqual([]);
  const turn = { ...at, deltaY: -100, ctrlKey: true };
  expect(fireEvent.wheel(frame, turn)).toBe(false);
  expect(fireEvent.wheel(frame, { ...turn, deltaY: 100 })).toBe(false);
  const [nearer, farther] = zooms.splice(0);
  expect(nearer!.zoom).toBeGreaterThan(1);
  expect(farther!.zoom).toBeLessThan(1);
  expect(nearer!.at).toEqual({ x: 30, y: 40 });

  const move = (...xs: readonly number[]) => {
    const event = new Event("touchmove", { bubbles: true, cancelable: true });
    const touches = xs.map((clientX) => ({ clientX, clientY: 0 }));
    return fireEvent(frame, Object.assign(event, { touches }));
  };
  expect(move(10)).toBe(true);
  expect(zooms).toEqual([]);
  expect(move(0, 100)).toBe(false);
  expect(move(0, 150)).toBe(false);
  expect(zooms.at(-1)).toEqual({ zoom: 1.5, at: { x: 75, y: 0 } });
});
