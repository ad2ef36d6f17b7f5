import { act, cleanup, fireEvent } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import type { Root } from "react-dom/client";
import { renderToString } from "react-dom/server.browser";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MapSource } from "@/components/room/map-source";
import { addLane } from "@/lib/journey/lanes";
import { addStage } from "@/lib/journey/stages";
import { setText } from "@/lib/journey/texts";
import { must } from "@/lib/journey/testing/context";
import { TestMap } from "./testing/test-map";

let map: TestMap;
let root: Root | null;

class Unmeasured {
  observe(): void {}
  disconnect(): void {}
}

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", Unmeasured);
  map = new TestMap();
  root = null;
});

afterEach(() => {
  act(() => root?.unmount());
  document.body.replaceChildren();
  cleanup();
  vi.unstubAllGlobals();
});

/** Sends the page as it is now; it comes alive when the second function is called. */
function send() {
  const sent = map.scene.source.get();
  const place = document.createElement("div");
  place.innerHTML = renderToString(map.page(null, new MapSource(sent)));
  document.body.append(place);
  const faults: unknown[] = [];
  const awake = () => {
    const source = new MapSource(sent);
    source.follow(map.scene.live);
    act(() => {
      root = hydrateRoot(place, map.page(null, source), {
        onRecoverableError: (fault) => faults.push(fault),
      });
    });
  };
  return { awake, faults };
}

test("[A5] a map that changed on its way comes alive as it was sent and then shows what it is, drawn once", () => {
  const first = map.put("First");
  const second = map.put("Second");
  const { awake, faults } = send();
  const before = map.thing(first);
  expect(map.cell().textContent).toContain("Second");
  must(setText(map.scene.ctx, { kind: "card", id: second }, "Changed"));
  awake();
  expect(faults).toEqual([]);
  expect(map.thing(first)).toBe(before);
  expect(map.thing(second).textContent).toContain("Changed");
});

test("[A1] a page that has come alive is written in where it stands", () => {
  const card = map.put("Old");
  const { awake } = send();
  awake();
  fireEvent.pointerDown(map.thing(card), { button: 0 });
  fireEvent.doubleClick(map.thing(card));
  expect(map.thing(card).querySelector("textarea")?.value).toBe("Old");
});

test("[A5] a large map is sent with its upper lanes; the lane somebody goes to is there at once, and the others come by themselves", async () => {
  const waiting: (() => void)[] = [];
  vi.stubGlobal("requestIdleCallback", (done: () => void) =>
    waiting.push(done),
  );
  for (let count = 0; count < 57; count++)
    must(addStage(map.scene.ctx, { title: `Stage ${count}` }));
  const lanes = Array.from({ length: 12 }, (_, count) =>
    must(
      addLane(map.scene.ctx, {
        kind: "text",
        title: `Lane ${count}`,
        span: "stage",
      }),
    ),
  );
  const { awake, faults } = send();
  const cells = (at: number) =>
    document.querySelectorAll(`[data-row="${lanes[at]!.laneId}"]`).length;
  // Two lanes were there before; each has a heading and a cell for each of the 60 stages.
  expect([cells(5), cells(6), cells(11)]).toEqual([61, 1, 1]);
  awake();
  expect(faults).toEqual([]);
  expect([cells(6), cells(11)]).toEqual([1, 1]);

  const head = document.querySelector<HTMLElement>(
    `[role=rowheader][data-row="${lanes[8]!.laneId}"]`,
  )!;
  // Its pointer events have no button where the browser is a make-believe one.
  fireEvent(head, new MouseEvent("pointerdown", { bubbles: true, button: 0 }));
  fireEvent.keyDown(head, { key: "ArrowRight" });
  expect([cells(8), cells(9)]).toEqual([61, 1]);
  expect(document.activeElement?.getAttribute("role")).toBe("gridcell");

  while (waiting.length > 0)
    await act(async () => waiting.splice(0).forEach((done) => done()));
  expect([cells(6), cells(11)]).toEqual([61, 61]);
});
