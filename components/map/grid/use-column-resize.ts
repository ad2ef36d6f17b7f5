"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { RefObject } from "react";
import type { TouchpointId } from "@/lib/journey/ids";
import { WIDTHS } from "../drawing/column-store";
import type { ColumnStore } from "../drawing/column-store";
import { useColumnStore } from "../drawing/use-columns";
import { followPointer, useEdges } from "./edge-drag";
import { fitColumn } from "./fit-column";
import { speak } from "./speak";

export type WidthChange = "wider" | "narrower" | "fit" | "standard";

/** Makes a column wider or narrower by name and says the result; the pointer does the same at its edge. */
export function useColumnWidth(): (
  column: TouchpointId,
  change: WidthChange,
) => void {
  const store = useColumnStore();
  const t = useTranslations("map.width");
  return useMemo(
    () => (column, change) => {
      const width = store.set(column, next(store, column, change));
      speak(t("spoken", { width }));
    },
    [store, t],
  );
}

function next(
  store: ColumnStore,
  column: TouchpointId,
  change: WidthChange,
): number | null {
  switch (change) {
    case "wider":
      return store.widthOf(column) + WIDTHS.step;
    case "narrower":
      return store.widthOf(column) - WIDTHS.step;
    case "standard":
      return null;
    case "fit": {
      const root = document.querySelector<HTMLElement>("[data-map-scroll]");
      return root ? fitColumn(root, column) : null;
    }
  }
}

/** The edge of a heading that is dragged, and fits the column when it is clicked twice; Esc puts it back. */
export function useColumnResize(root: RefObject<HTMLElement | null>): void {
  const store = useColumnStore();
  const resize = useColumnWidth();
  const edge = useMemo(
    () => ({
      onPress: (column: string, start: PointerEvent) => {
        start.preventDefault();
        drag(store, column as TouchpointId, start);
      },
      onDoubleClick: (column: string) => resize(column as TouchpointId, "fit"),
    }),
    [store, resize],
  );
  useEdges(root, "resize", edge);
}

/** Pixels of the screen per pixel of the map. */
function zoomAround(target: EventTarget | null): number {
  const root =
    target instanceof Element
      ? target.closest<HTMLElement>("[data-map-scroll]")
      : null;
  return Number(root?.style.getPropertyValue("--zoom")) || 1;
}

function drag(
  store: ColumnStore,
  column: TouchpointId,
  start: PointerEvent,
): void {
  const before = store.get().get(column) ?? null;
  const width = store.widthOf(column);
  const zoom = zoomAround(start.target);
  // The edge is there while the pointer is over its heading, which it leaves while it drags.
  if (start.target instanceof Element)
    start.target.setPointerCapture?.(start.pointerId);
  followPointer(
    ({ clientX }) => {
      // A click moves a hand by a pixel or two, and is no wish for another width.
      if (
        Math.abs(clientX - start.clientX) > 2 ||
        store.widthOf(column) !== width
      )
        store.set(column, width + (clientX - start.clientX) / zoom);
    },
    (how) => {
      if (how === "escaped") store.set(column, before);
    },
  );
}
