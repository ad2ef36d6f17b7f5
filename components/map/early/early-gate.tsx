"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { usePlace } from "@/components/room/room-context";
import { onDemand } from "@/components/ui/on-demand";
import { asId } from "@/lib/journey/ids";
import type { CardId } from "@/lib/journey/ids";
import type { GridStore } from "../grid/grid-store";
import type { LeafKey, RowKey } from "../grid/shape";
import { earlyOf, ownerOf } from "./early";
import type { Early } from "./early";
import { hasStored } from "./stored-early";

const late = onDemand(() => import("./late-early"));

const RETRY_MS = 5_000;

/**
 * Takes over where somebody stands, and lets in what takes over the words, where there is anything to take over. That
 * comes after the first sight: until it is here what took the words goes on taking them.
 */
export function EarlyGate({ store }: { readonly store: GridStore }) {
  const { journeyId, me } = usePlace();
  const owner = ownerOf(journeyId, me.id);
  const part = useSyncExternalStore(late.subscribe, late.get, () => null);
  const followed = useRef<Early>(null);
  useEffect(() => {
    const early = earlyOf(owner);
    if (!early && !hasStored(owner)) return;
    followed.current = early;
    const follow = () => early && selectWhereFocusIs(early, store);
    const stop = early?.follow(follow);
    follow();
    let isOver = false;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const load = () => {
      clearTimeout(retry);
      late.load().catch(() => {
        // Where nothing waits the page does without it. Words stay where they are, and it is tried again.
        const isIdle = early?.kept().length === 0 && !early.draft();
        if (isIdle) early.end();
        else if (!isOver) retry = setTimeout(load, RETRY_MS);
      });
    };
    load();
    window.addEventListener("online", load);
    return () => {
      isOver = true;
      stop?.();
      clearTimeout(retry);
      window.removeEventListener("online", load);
      followed.current = null;
      // The next map on this page has nothing to do with it. React may also be trying whether this can be left.
      queueMicrotask(() => {
        if (early && followed.current !== early) early.end();
      });
    };
  }, [owner, store]);
  return part && <part.LateEarly store={store} />;
}

/** Whoever went somewhere while the page did not follow stands there from now on. */
function selectWhereFocusIs(early: Early, store: GridStore): void {
  const { activeElement: at } = document;
  // In a field of the page somebody stands already.
  if (!at?.matches("[role=grid] :is([data-cell], [data-card])")) return;
  const { row, leaf } = at.closest<HTMLElement>("[data-cell]")?.dataset ?? {};
  if (!row || !leaf || !early.isAwake(row) || !early.takePlace()) return;
  const card = at.getAttribute("data-card");
  store.dispatch({
    type: "select",
    point: { row: row as RowKey, leaf: leaf as LeafKey },
    card: card === null ? null : asId<CardId>(card),
    extend: false,
  });
}
