"use client";

import { useCallback, useMemo, useState } from "react";
import { useMediaQuery } from "@/components/touchpoint/use-media-query";
import { MAP_VIEWS, viewNamed, type MapView } from "@/lib/views/views";
import { useRemembered } from "./memory";

/** Shows a view; one that is lent is not remembered as this person's choice. */
export type ShowView = (
  view: MapView,
  how?: { readonly isLent: boolean },
) => void;

export interface ViewChoice {
  /** What is shown now. */
  readonly view: MapView;
  /** What can be shown on this screen. */
  readonly views: readonly MapView[];
  readonly showView: ShowView;
}

interface ViewQuestion {
  /** Names whose choice for which map is remembered; null remembers nothing. */
  readonly key: string | null;
  /** The view that the address asks for. */
  readonly asked: MapView | null;
  /** The views that this map has something for; all of them unless said otherwise. */
  readonly offered?: readonly MapView[];
}

/** A phone has no room for the grid; the list is the map there. */
const PHONE_VIEWS: readonly MapView[] = [
  "outline",
  ...MAP_VIEWS.filter((view) => view !== "map" && view !== "outline"),
];

/**
 * The view of a map: what was chosen on this page or what the address asks for, else what this person last chose for
 * this map, else the map itself or on a phone the list. Choosing one changes the address, so that a copied link shows
 * the same.
 */
export function useView({
  key,
  asked,
  offered = MAP_VIEWS,
}: ViewQuestion): ViewChoice {
  const isPhone = useMediaQuery("(max-width: 639px)");
  const [chosen, choose] = useState(asked);
  const [kept, keep] = useRemembered(key ?? "");
  const known = isPhone ? PHONE_VIEWS : MAP_VIEWS;
  const views = useMemo(
    () => known.filter((view) => offered.includes(view)),
    [known, offered],
  );
  const wanted = chosen ?? (key === null ? null : viewNamed(kept));
  const [first = "map"] = views;
  const view = wanted && views.includes(wanted) ? wanted : first;
  const showView = useCallback<ShowView>(
    (next, how) => {
      choose(next);
      if (key !== null && !how?.isLent) keep(next);
      writeAddress(next);
    },
    [key, keep],
  );
  return { view, views, showView };
}

function writeAddress(view: MapView): void {
  const url = new URL(window.location.href);
  if (view === "map") url.searchParams.delete("view");
  else url.searchParams.set("view", view);
  window.history.replaceState(window.history.state, "", url);
}
