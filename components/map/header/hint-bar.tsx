"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import type { GridStore } from "../grid/grid-store";
import { isMany } from "../grid/picks";

/** One line that says what the keys do right now. */
export function HintBar({ store }: { readonly store: GridStore }) {
  const t = useTranslations("map");
  const hint = useSyncExternalStore(
    store.subscribe,
    () => hintOf(store),
    () => null,
  );
  if (!hint) return null;
  return (
    <p className="pointer-events-none absolute bottom-3 left-1/2 z-20 -translate-x-1/2 rounded-full border border-line bg-raised px-3 py-1 text-xs whitespace-nowrap text-ink-2 shadow-float max-sm:hidden">
      {t(`hint.${hint}`)}
    </p>
  );
}

function hintOf(
  store: GridStore,
): "editing" | "title" | "moving" | "inside" | null {
  const { edit, card } = store.getState();
  if (store.getHand()?.by === "keys") return "moving";
  if (isMany(store.getState(), store.view())) return null;
  if (edit) {
    const ref = edit.target.kind === "text" ? edit.target.ref : null;
    return ref && "field" in ref && ref.field === "title" ? "title" : "editing";
  }
  return card === null ? null : "inside";
}
