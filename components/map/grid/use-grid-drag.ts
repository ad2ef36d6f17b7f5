"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import type { RefObject } from "react";
import { useRoom } from "@/components/room/room-context";
import { useCanWrite } from "@/components/room/use-room-state";
import { onDemand } from "@/components/ui/on-demand";
import { showToast } from "@/components/ui/toast";
import type { Desk } from "../hands/desk";
import { followEarly } from "./early-drag";
import type { EarlyDrag } from "./early-drag";
import type { GridStore } from "./grid-store";

const dragging = onDemand(() => import("./grid-drag"));

/**
 * Dragging with the pointer. What does it comes when a pointer is first over the grid; a drag that begins before it is
 * there is followed, and carried on or finished as soon as it is.
 */
export function useGridDrag(
  root: RefObject<HTMLElement | null>,
  store: GridStore,
  desk: Desk,
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
    let stop: (() => void) | null = null;
    let early: EarlyDrag | null = null;
    const begin = () => {
      const part = dragging.get();
      if (!part || stop) return;
      const { structure } = desk;
      const isLocked = () => {
        const locked = source.get().meta.structureLocked;
        if (locked) onLocked();
        return locked;
      };
      const carrier = { element, store, source, structure, isLocked };
      stop = part.letDrag(carrier);
      if (early) part.carryOn(carrier, early);
      early = null;
    };
    const over = new AbortController();
    const { signal } = over;
    const wake = () => {
      // Where it cannot be had, menus and keys move things all the same, and the next pointer asks again.
      if (!stop) void dragging.load().catch(() => undefined);
    };
    element.addEventListener("pointerover", wake, { signal });
    element.addEventListener(
      "pointerdown",
      (event) => {
        wake();
        if (!stop) early = followEarly(event);
      },
      { signal },
    );
    const leave = dragging.subscribe(begin);
    begin();
    return () => {
      over.abort();
      leave();
      stop?.();
    };
  }, [root, store, desk, source, canWrite]);
}
