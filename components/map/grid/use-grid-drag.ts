"use client";

import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import type { RefObject } from "react";
import { useRoom } from "@/components/room/room-context";
import { useCanWrite } from "@/components/room/use-room-state";
import { showToast } from "@/components/ui/toast";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { placeUnder } from "./drop-place";
import type { GridStore } from "./grid-store";
import { inMapOrder, isPicked } from "./picks";
import { isSamePlace, placeOf } from "./places";
import type { Subject } from "./places";
import type { Structure } from "./use-structure";

/**
 * Dragging with the pointer. The whole grid is one drop target that works out the place from the pointer, and a
 * thing becomes draggable when the pointer first comes over it: a thousand cards cost nothing until then.
 */
export function useGridDrag(
  root: RefObject<HTMLElement | null>,
  store: GridStore,
  structure: Structure,
): void {
  const { source } = useRoom();
  const canWrite = useCanWrite();
  const t = useTranslations("room.refused");
  const onLocked = useEffectEvent(() =>
    showToast({ text: t("structure_locked") }),
  );
  useEffect(() => {
    const element = root.current;
    if (!element || !canWrite) return;
    const known = new Map<HTMLElement, () => void>();
    const arm = (event: PointerEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const thing = target?.closest<HTMLElement>("[data-drag]");
      if (!thing || known.has(thing)) return;
      known.set(
        thing,
        makeDraggable(thing, store, () => {
          const isLocked = source.get().meta.structureLocked;
          if (isLocked) onLocked();
          return isLocked;
        }),
      );
    };
    element.addEventListener("pointerover", arm);
    const stop = combine(
      dropTargetForElements({ element, getData: () => ({}) }),
      autoScrollForElements({ element }),
      monitorForElements({
        onDrag: ({ location }) => {
          const hand = store.getHand();
          if (hand?.by !== "pointer") return;
          const isInside = location.current.dropTargets.length > 0;
          const { clientX, clientY } = location.current.input;
          const at = { x: clientX, y: clientY };
          const place = isInside
            ? placeUnder({ grid: element, map: source.get(), at }, hand.subject)
            : null;
          if (isSamePlace(place, hand.place)) return;
          store.hold({ ...hand, place });
        },
        onDrop: ({ location }) => {
          const hand = store.getHand();
          store.hold(null);
          if (
            hand?.by !== "pointer" ||
            location.current.dropTargets.length === 0
          )
            return;
          const { subject, place } = hand;
          const carried = carriedWith(store, source.get(), subject);
          const isMoved =
            place && !isSamePlace(place, placeOf(source.get(), subject));
          if (isMoved || (place && carried.length > 1))
            structure.moveAll(carried, place);
        },
      }),
    );
    return () => {
      element.removeEventListener("pointerover", arm);
      known.forEach((release) => release());
      stop();
    };
  }, [root, store, structure, source, canWrite]);
}

/** Who drags one of the chosen drags all of its kind. */
function carriedWith(
  store: GridStore,
  map: JourneyMap,
  subject: Subject,
): readonly Subject[] {
  const { picks } = store.getState();
  if (!isPicked(picks, subject.id)) return [subject];
  return inMapOrder(
    map,
    picks.filter(({ kind }) => kind === subject.kind),
  );
}

function makeDraggable(
  thing: HTMLElement,
  store: GridStore,
  isLocked: () => boolean,
): () => void {
  return draggable({
    element: thing,
    canDrag: ({ input }) => {
      const under = document.elementFromPoint(input.clientX, input.clientY);
      const isBusy =
        under?.closest(
          "[data-editor], [data-act], [data-resize], [role=slider], a",
        ) ?? null;
      return isBusy === null && (thing.dataset.drag === "card" || !isLocked());
    },
    onDragStart: () => {
      const subject = {
        kind: thing.dataset.drag,
        id: thing.dataset.id,
      } as Subject;
      store.hold({ subject, place: null, by: "pointer" });
    },
  });
}
