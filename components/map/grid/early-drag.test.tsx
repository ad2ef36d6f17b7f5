import { fireEvent } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TestRoom } from "@/components/touchpoint/testing/test-room";
import { addCard } from "@/lib/journey/cards";
import type { StageId } from "@/lib/journey/ids";
import { addLane } from "@/lib/journey/lanes";
import { addStage } from "@/lib/journey/stages";
import { must } from "@/lib/journey/testing/context";
import { followEarly } from "./early-drag";
import type { EarlyDrag } from "./early-drag";
import { carryOn } from "./grid-drag";
import type { Carrier } from "./grid-drag";
import { GridStore } from "./grid-store";
import type { Structure } from "./use-structure";

let carrier: Carrier;
let moveAll: ReturnType<typeof vi.fn>;
let card: HTMLElement;
let target: HTMLElement;
let ids: { card: string; lane: string; to: string };
let isLocked = false;

beforeEach(() => {
  const room = new TestRoom();
  const [from, to] = ["Find", "Buy"].map(
    (title) => must(addStage(room.ctx, { title })).stageId,
  ) as [StageId, StageId];
  const { laneId } = must(
    addLane(room.ctx, { kind: "text", title: "Needs", span: "stage" }),
  );
  const { cardId } = must(
    addCard(room.ctx, { laneId, columnId: from, text: "One" }),
  );
  ids = { card: cardId, lane: laneId, to };
  document.body.innerHTML = `<div id="grid">
    <div role="gridcell" data-cell="${laneId}/${from}" data-row="${laneId}" data-leaf="${from}">
      <div data-card="${cardId}" data-drag="card" data-id="${cardId}">One<a href="#x">link</a></div>
    </div>
    <div role="gridcell" data-cell="${laneId}/${to}" data-row="${laneId}" data-leaf="${to}"></div>
  </div>`;
  const element = document.querySelector<HTMLElement>("#grid")!;
  card = element.querySelector<HTMLElement>("[data-card]")!;
  target = element.querySelectorAll<HTMLElement>("[role=gridcell]")[1]!;
  moveAll = vi.fn();
  isLocked = false;
  carrier = {
    element,
    store: new GridStore(room.source),
    source: room.source,
    structure: { moveAll } as unknown as Structure,
    isLocked: () => isLocked,
  };
  // Everything to the right of 100 is the second cell; below 100 is nothing of the grid.
  const under = (x: number, y: number) =>
    y >= 100 ? document.body : x >= 100 ? target : card;
  document.elementFromPoint = under;
  document.elementsFromPoint = (x, y) => [under(x, y)];
});
afterEach(() => document.body.replaceChildren());

/** A press of the mouse on something. */
function press(on: Element = card): EarlyDrag | null {
  const presses: (EarlyDrag | null)[] = [];
  const take = (event: Event) => {
    presses.push(followEarly(event as PointerEvent));
  };
  on.addEventListener("pointerdown", take, { once: true });
  const at = { button: 0, clientX: 10, clientY: 10 };
  const event = new MouseEvent("pointerdown", at);
  on.dispatchEvent(Object.assign(event, { pointerType: "mouse" }));
  return presses[0] ?? null;
}
const moveTo = (x: number, y = 10) => {
  const event = new MouseEvent("pointermove", { clientX: x, clientY: y });
  window.dispatchEvent(event);
};
const letGo = () => window.dispatchEvent(new MouseEvent("pointerup"));
const landed = () => ({
  kind: "card",
  laneId: ids.lane,
  columnId: ids.to,
  before: null,
});

test("[A3] a drag that began before dragging was loaded goes on when it is, and lands where it is let go", () => {
  const early = press()!;
  moveTo(60);
  carryOn(carrier, early);
  expect(carrier.store.getHand()?.subject).toEqual({
    kind: "card",
    id: ids.card,
  });
  moveTo(150);
  expect(carrier.store.getHand()?.place).toEqual(landed());
  letGo();
  expect(carrier.store.getHand()).toBeNull();
  expect(moveAll).toHaveBeenCalledWith(
    [{ kind: "card", id: ids.card }],
    landed(),
  );
});

test("[A3] what was dragged and let go before dragging was loaded is laid down there", () => {
  const early = press()!;
  moveTo(150);
  letGo();
  expect(moveAll).not.toHaveBeenCalled();
  carryOn(carrier, early);
  expect(moveAll).toHaveBeenCalledWith(
    [{ kind: "card", id: ids.card }],
    landed(),
  );
});

test("[A3] a press without a move carries nothing", () => {
  const early = press()!;
  moveTo(12);
  letGo();
  carryOn(carrier, early);
  expect(moveAll).not.toHaveBeenCalled();
  expect(carrier.store.getHand()).toBeNull();
});

test("[A3] let go outside of the map, or given up with Esc, everything stays", () => {
  const out = press()!;
  moveTo(150);
  moveTo(150, 200);
  letGo();
  carryOn(carrier, out);
  const given = press()!;
  carryOn(carrier, given);
  moveTo(150);
  fireEvent.keyDown(window, { key: "Escape" });
  expect(moveAll).not.toHaveBeenCalled();
  expect(carrier.store.getHand()).toBeNull();
});

test("[A3] a locked stage stays where it is, and a link on a card is no handle", () => {
  isLocked = true;
  card.dataset.drag = "touchpoint";
  const early = press()!;
  moveTo(150);
  carryOn(carrier, early);
  expect(carrier.store.getHand()).toBeNull();
  letGo();
  expect(press(card.querySelector("a")!)).toBeNull();
});
