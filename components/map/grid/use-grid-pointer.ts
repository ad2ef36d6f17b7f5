"use client";

import { useCallback, useRef } from "react";
import type { MouseEvent, PointerEvent } from "react";
import type { CardId, TouchpointId } from "@/lib/journey/ids";
import { useEditorUi } from "../editor-ui";
import type { FactsOverlay } from "../editor-ui";
import { chooseFiles } from "../clipboard/choose-files";
import type { Desk } from "../hands/desk";
import { isMac } from "@/components/ui/is-mac";
import type { GridStore } from "./grid-store";
import { isPicked, pickAt } from "./picks";
import { cellName, cellOf } from "./shape";
import type { LeafKey, Point, RowKey } from "./shape";

interface Hit {
  readonly point: Point;
  readonly card: CardId | null;
  readonly act: HTMLElement | null;
}

/** The cell, card and button under an event; null where keys and clicks belong to something inside a cell. */
function hitOf(target: EventTarget): Hit | null {
  if (
    !(target instanceof Element) ||
    target.closest("[data-editor], [data-resize], [role=slider], a")
  )
    return null;
  const cell = target.closest<HTMLElement>("[data-cell]");
  const { row, leaf } = cell?.dataset ?? {};
  if (!row || !leaf) return null;
  const card = target.closest<HTMLElement>("[data-card]")?.dataset.card ?? null;
  return {
    point: { row: row as RowKey, leaf: leaf as LeafKey },
    card: card as CardId | null,
    act: target.closest<HTMLElement>("[data-act]"),
  };
}

/** What the pointer does on the grid: one set of listeners for all cells. */
export function useGridPointer(store: GridStore, desk: Desk) {
  const ui = useEditorUi();
  const { orders } = desk;
  const pressed = useRef<string | undefined>(undefined);

  const onPointerDown = useCallback(
    (event: PointerEvent) => {
      const hit = hitOf(event.target);
      pressed.current = hit?.act?.dataset.act;
      if (!hit || event.button !== 0) return;
      const { point, card, act } = hit;
      // The buttons of a cell are about what is selected in it.
      if (act && isHere(store, point)) return;
      if (wantsMore(event)) {
        store.dispatch({ type: "pick", at: { point, card } });
        return;
      }
      // What is chosen may be about to be dragged; only letting go without a move means this one alone.
      const pick = pickAt(store.view(), { point, card });
      if (pick && !event.shiftKey && isPicked(store.getState().picks, pick.id))
        return;
      store.dispatch({ type: "select", point, card, extend: event.shiftKey });
    },
    [store],
  );

  const onDoubleClick = useCallback(
    (event: MouseEvent) => {
      const hit = hitOf(event.target);
      if (!hit || hit.act) return;
      const { card } = hit;
      const picture = pictureUnder(event.target);
      if (picture) {
        const on = card ?? (hit.point.leaf as TouchpointId);
        return ui.show({ kind: "viewer", on, first: picture });
      }
      const effect = store.dispatch(
        card === null ? whole(store) : { type: "enter" },
      );
      if (effect) orders.carry(effect);
    },
    [store, orders, ui],
  );

  const onContextMenu = useCallback(
    (event: MouseEvent) => {
      const hit = hitOf(event.target);
      if (!hit) return;
      event.preventDefault();
      const { point, card } = hit;
      const { anchor, picks } = store.getState();
      const pick = pickAt(store.view(), { point, card });
      if (!anchor && !isPicked(picks, pick?.id ?? null))
        store.dispatch({ type: "select", point, card, extend: false });
      ui.show({ kind: "menu", at: { x: event.clientX, y: event.clientY } });
    },
    [store, ui],
  );

  const onClick = useCallback(
    (event: MouseEvent) => {
      const hit = hitOf(event.target);
      const act = hit?.act;
      if (hit && !act && isPlain(event) && store.getState().picks.length > 0) {
        const { point, card } = hit;
        store.dispatch({ type: "select", point, card, extend: false });
      }
      const cell = cellOf(store.getShape(), store.getState().point);
      if (!act || !cell) return;
      // A tap that selects a cell shows its buttons under the finger: it presses none of them. Programs press nothing first.
      if (event.detail > 0 && act.dataset.act !== pressed.current) return;
      const box = act.getBoundingClientRect();
      switch (act.dataset.act) {
        case "menu":
          return ui.show({ kind: "menu", at: { x: box.left, y: box.bottom } });
        case "insert-after":
          return orders.carry({ type: "insert-after", at: cell });
        case "add-first-touchpoint":
          return orders.carry({ type: "add-touchpoint", at: cell });
        case "add-card":
          return void store.dispatch({ type: "add" });
        case "open-field": {
          const effect = store.dispatch({ type: "enter" });
          return effect ? orders.carry(effect) : undefined;
        }
        case "facts":
          return ui.show({
            kind: "facts",
            of: factsOf(hit),
            at: { x: box.left, y: box.bottom },
          });
        case "attach":
          // Browsers ask for files in the click itself alone, so this does not wait for the hands.
          return chooseFiles((files) =>
            desk.ask(({ attach }) => attach(files)),
          );
        case "tick":
        case "fold-lane": {
          const name = act.dataset.act;
          return desk.ask((hands) => hands.act(name, { cell, card: hit.card }));
        }
        default:
          return;
      }
    },
    [store, orders, desk, ui],
  );
  return { onPointerDown, onDoubleClick, onContextMenu, onClick };
}

function pictureUnder(target: EventTarget): string | null {
  const picture =
    target instanceof Element
      ? target.closest<HTMLElement>("[data-view]")
      : null;
  return picture?.dataset.view ?? null;
}

function factsOf({ card, point }: Hit): FactsOverlay["of"] {
  return card
    ? { kind: "card", id: card }
    : { kind: "message", id: point.leaf as TouchpointId };
}

type Modified = Pick<MouseEvent, "metaKey" | "ctrlKey" | "shiftKey">;

/** Ctrl and a click, on a Mac Cmd; Ctrl and a click are its right button there. */
function wantsMore({ metaKey, ctrlKey }: Modified): boolean {
  return isMac() ? metaKey : ctrlKey;
}

function isPlain({ metaKey, ctrlKey, shiftKey }: Modified): boolean {
  return !metaKey && !ctrlKey && !shiftKey;
}

/** On the bare paper of a cell with several cards a double click begins another one. */
function whole(store: GridStore): { type: "add" } | { type: "enter" } {
  const view = store.view();
  const cell = cellOf(view.shape, store.getState().point);
  return cell?.role === "cards" && view.cardsOf(cell).length > 0
    ? { type: "add" }
    : { type: "enter" };
}

function isHere(store: GridStore, point: Point): boolean {
  const shape = store.getShape();
  const here = cellOf(shape, store.getState().point);
  const there = cellOf(shape, point);
  return here !== null && there !== null && cellName(here) === cellName(there);
}
