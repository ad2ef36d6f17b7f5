import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { placeUnder } from "./drop-place";
import { BUSY } from "./early-drag";
import type { DragSpot, EarlyDrag } from "./early-drag";
import { edgePull } from "./edge-pull";
import type { GridStore } from "./grid-store";
import { carriedWith } from "./picks";
import { isSamePlace, placeOf } from "./places";
import type { Subject } from "./places";
import type { Structure } from "./use-structure";

/** The grid and all that a drag over it needs. */
export interface Carrier {
  readonly element: HTMLElement;
  readonly store: GridStore;
  readonly source: { readonly get: () => JourneyMap };
  readonly structure: Structure;
  /** Whether stages, touchpoints and lanes stay where they are; says so if they do. */
  readonly isLocked: () => boolean;
}

/**
 * Lets things be dragged. The whole grid is one drop target that works out the place from the pointer, and a thing
 * becomes draggable when the pointer first comes over it: a thousand cards cost nothing until then.
 */
export function letDrag(carrier: Carrier): () => void {
  const { element } = carrier;
  const known = new Map<HTMLElement, () => void>();
  const arm = (event: PointerEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const thing = target?.closest<HTMLElement>("[data-drag]");
    if (!thing || known.has(thing)) return;
    known.set(thing, makeDraggable(thing, carrier));
  };
  element.addEventListener("pointerover", arm);
  const stop = combine(
    dropTargetForElements({ element, getData: () => ({}) }),
    autoScrollForElements({ element }),
    monitorForElements({
      onDrag: ({ location }) => {
        const isInside = location.current.dropTargets.length > 0;
        const { clientX: x, clientY: y } = location.current.input;
        hover(carrier, isInside ? { x, y } : null);
      },
      onDrop: ({ location }) => {
        const isInside = location.current.dropTargets.length > 0;
        letGo(carrier, isInside);
      },
    }),
  );
  return () => {
    element.removeEventListener("pointerover", arm);
    known.forEach((release) => release());
    stop();
  };
}

/** A hand that clicks moves by a pixel or two, and carries nothing. */
const SLACK_PX = 4;

/** Goes on with a drag that began before this was loaded, or lays down what was let go meanwhile. */
export function carryOn(carrier: Carrier, early: EarlyDrag): void {
  const { store } = carrier;
  const { thing, start } = early;
  const move = (at: DragSpot) => {
    const isFar = Math.hypot(at.x - start.x, at.y - start.y) > SLACK_PX;
    if (store.getHand() === null) {
      if (!isFar || !thing.isConnected || !mayGo(thing, carrier)) return;
      store.hold({ subject: subjectOf(thing), place: null, by: "pointer" });
    }
    hover(carrier, isInside(carrier, at) ? at : null);
  };
  const end = () =>
    letGo(carrier, early.end === "let-go" && isInside(carrier, early.at));
  move(early.at);
  if (early.end) return end();
  early.onMove = move;
  early.onEnd = end;
  scrollAlong(carrier, early);
}

/** Near an edge the map scrolls along, as with every other drag. */
function scrollAlong(carrier: Carrier, early: EarlyDrag): void {
  const { element, store } = carrier;
  const pull = () => {
    if (early.end) return;
    const { x, y } = edgePull(element, early.at);
    if (store.getHand()?.by === "pointer" && (x !== 0 || y !== 0)) {
      element.scrollBy({ left: x, top: y, behavior: "instant" });
      hover(carrier, isInside(carrier, early.at) ? early.at : null);
    }
    requestAnimationFrame(pull);
  };
  requestAnimationFrame(pull);
}

const isInside = ({ element }: Carrier, { x, y }: DragSpot): boolean =>
  element.contains(document.elementFromPoint(x, y));

/** Shows where what is carried would land; nowhere outside of the grid. */
function hover({ element, store, source }: Carrier, at: DragSpot | null): void {
  const hand = store.getHand();
  if (hand?.by !== "pointer") return;
  const place =
    at && placeUnder({ grid: element, map: source.get(), at }, hand.subject);
  if (isSamePlace(place, hand.place)) return;
  store.hold({ ...hand, place });
}

/** Ends a drag: what is inside lands, and what is not goes back. */
function letGo(
  { store, source, structure }: Carrier,
  isInsideGrid: boolean,
): void {
  const hand = store.getHand();
  store.hold(null);
  if (hand?.by !== "pointer" || !isInsideGrid) return;
  const { subject, place } = hand;
  const carried = carriedWith(store.getState().picks, source.get(), subject);
  const isMoved = place && !isSamePlace(place, placeOf(source.get(), subject));
  if (isMoved || (place && carried.length > 1))
    structure.moveAll(carried, place);
}

const subjectOf = ({ dataset }: HTMLElement) =>
  ({ kind: dataset.drag, id: dataset.id }) as Subject;

const mayGo = ({ dataset }: HTMLElement, { isLocked }: Carrier): boolean =>
  dataset.drag === "card" || !isLocked();

function makeDraggable(thing: HTMLElement, carrier: Carrier): () => void {
  return draggable({
    element: thing,
    canDrag: ({ input }) => {
      const under = document.elementFromPoint(input.clientX, input.clientY);
      const isBusy = under?.closest(BUSY) ?? null;
      return isBusy === null && mayGo(thing, carrier);
    },
    onDragStart: () =>
      carrier.store.hold({
        subject: subjectOf(thing),
        place: null,
        by: "pointer",
      }),
  });
}
