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

it("what pans by the space bar or the middle button is loaded when it is asked for, and again after a failure", async () => {
  const [frame, content] = [
    document.body.appendChild(document.createElement("div")),
    document.createElement("div"),
  ];
  const viewport = { attach: () => () => undefined };
  const seeing = { viewport } as unknown as ContextType<typeof SeeingContext>;
  renderHook(() => useLooking({ frame: { current: frame }, content }), {
    wrapper: ({ children }: { readonly children: ReactNode }) => (
      <SeeingContext value={seeing}>{children}</SeeingContext>
    ),
  });
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
