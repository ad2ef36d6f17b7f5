"use client";

import { useCallback, useRef } from "react";
import type { KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { useEditorUi } from "../editor-ui";
import type { Desk } from "../hands/desk";
import { takesTyping } from "./edit-targets";
import type { Intent } from "./grid-state";
import type { GridStore } from "./grid-store";
import { keyMeaning } from "./key-intents";
import type { KeySituation, Order } from "./key-intents";
import { pressOf } from "./key-press";
import { cellOf } from "./shape";
import { useReadingNotice } from "./use-reading-notice";

const INTENTS: readonly string[] = [
  "go",
  "select",
  "pick",
  "select-all",
  "enter",
  "type",
  "add",
  "leave",
  "edit",
  "commit",
];

function isIntent(meaning: Intent | Order): meaning is Intent {
  return INTENTS.includes(meaning.type);
}

/** Whether a key is pressed on a cell or card itself and not on something inside that has keys of its own. */
function isOnGrid(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement && target.matches("[data-cell], [data-card]")
  );
}

interface GridKeys {
  readonly store: GridStore;
  readonly desk: Desk;
}

/** What the keys do while the grid has the focus. */
export function useGridKeys({ store, desk }: GridKeys) {
  const { singleKeys } = useEditorUi();
  const { orders } = desk;
  const spacePressed = useRef(false);
  const tellReading = useReadingNotice();

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isOnGrid(event.target)) return;
      // Nothing can be held before there are hands.
      if (desk.now()?.moveByKeys(event)) return;
      const meaning = keyMeaning(
        pressOf(event),
        situationOf(store, singleKeys),
      );
      if (!store.view().canWrite && isWish(event, store)) tellReading();
      if (!meaning) return;
      if (meaning.type === "open") {
        // On the way up, so that the space bar can still become something else while it is held.
        spacePressed.current = true;
        event.preventDefault();
      } else if (!isIntent(meaning)) {
        event.preventDefault();
        orders.obey(meaning);
      } else if (meaning.type === "type") {
        // The field must have the focus before this event ends, or a dead key composes nowhere.
        flushSync(() => store.dispatch(meaning));
      } else {
        event.preventDefault();
        const effect = store.dispatch(meaning);
        if (effect) orders.carry(effect);
      }
    },
    [store, orders, desk, singleKeys, tellReading],
  );

  const onKeyUp = useCallback(
    (event: KeyboardEvent) => {
      if (event.key !== " " || !spacePressed.current || !isOnGrid(event.target))
        return;
      spacePressed.current = false;
      orders.obey({ type: "open" });
    },
    [orders],
  );
  return { onKeyDown, onKeyUp };
}

/** Whether a key would write where somebody stands. */
function isWish(event: KeyboardEvent, store: GridStore): boolean {
  const press = pressOf(event);
  const cell = cellOf(store.getShape(), store.getState().point);
  if (press.ctrl || press.alt || press.isComposing || !cell) return false;
  if (press.key === "F2" || press.key === "Delete") return true;
  return [...press.key].length === 1 && press.key !== " " && takesTyping(cell);
}

function situationOf(store: GridStore, singleKeys: boolean): KeySituation {
  const state = store.getState();
  const view = store.view();
  const cell = cellOf(view.shape, state.point);
  return {
    role: cell?.role ?? "no-column",
    takesTyping: cell !== null && view.canWrite && takesTyping(cell),
    hasCard: state.card !== null,
    isInside: state.card !== null,
    isEmpty: cell?.role === "cards" && view.cardsOf(cell).length === 0,
    singleKeys,
  };
}
