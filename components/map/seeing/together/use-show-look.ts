"use client";

import { useCallback } from "react";
import { useRoom } from "@/components/room/room-context";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { Look } from "@/lib/protocol/presence";
import { viewNamed } from "@/lib/views/views";
import type { MapView } from "@/lib/views/views";
import { isThing, useEditorUi } from "../../editor-ui";
import type { OpenRecord } from "../../editor-ui";
import { useSeeing } from "../seeing-context";
import type { Seeing } from "../seeing-context";
import { goToCell, goToListed, goToScroll } from "./window-place";

/** What was shown because another shows it, and not by the reader's own choice. */
export interface Led {
  readonly view: MapView;
  readonly record: OpenRecord | null;
  /** Whether the record was opened because the other opened it. */
  readonly isLent: boolean;
}

/** Keeps what was lent last. */
export class LedBook {
  private led: Led;

  constructor(led: Led) {
    this.led = led;
  }

  readonly get = (): Led => this.led;

  readonly note = (led: Led): void => {
    this.led = led;
  };
}

/**
 * Shows what another looks at, as far as this screen can.
 *
 * @returns false while a view is on its way in which the place will be.
 */
export function useShowLook(led: LedBook): (look: Look) => boolean {
  const { source } = useRoom();
  const seeing = useSeeing();
  const { view, views, record, showView, openRecord } = useEditorUi();
  return useCallback(
    (look) => {
      const wanted = viewNamed(look.view);
      if (wanted && wanted !== view && views.includes(wanted)) {
        led.note({ ...led.get(), view: wanted });
        showView(wanted, { isLent: true });
        return false;
      }
      const next = recordOf(source.get(), look);
      if (next ? !isSame(next, record) : record && led.get().isLent) {
        led.note({ ...led.get(), record: next, isLent: next !== null });
        openRecord(next);
      }
      return goTo(look, { view, seeing, map: source.get() });
    },
    [source, seeing, view, views, record, showView, openRecord, led],
  );
}

interface Here {
  readonly view: MapView;
  readonly seeing: Seeing;
  readonly map: JourneyMap;
}

function goTo(look: Look, { view, seeing, map }: Here): boolean {
  if (view === "map")
    return look.cell === null || goToCell(seeing.viewport, look.cell);
  if (view !== "outline")
    return look.scroll === null || goToScroll(look.scroll);
  const leaf = look.cell?.leaf ?? null;
  const stageId =
    leaf === null ? look.stageId : (stageUnder(map, leaf) ?? look.stageId);
  const isKnown = map.stages.some(({ id }) => id === stageId);
  const isThere = stageId === seeing.stage.get();
  if (stageId !== null && isKnown && !isThere) {
    seeing.stage.choose(stageId);
    return false;
  }
  if (leaf !== null && leaf !== stageId) return goToListed(leaf);
  return look.scroll === null || goToScroll(look.scroll);
}

function stageUnder(map: JourneyMap, leaf: string): string | null {
  const stage = map.stages.find(
    ({ id, touchpoints }) =>
      id === leaf || touchpoints.some((touchpoint) => touchpoint.id === leaf),
  );
  return stage?.id ?? null;
}

/** The record that another has open, where it is on the map that this tab knows. */
function recordOf(map: JourneyMap, { open }: Look): OpenRecord | null {
  if (open?.kind === "touchpoint") {
    const found = map.stages
      .flatMap(({ touchpoints }) => touchpoints)
      .find(({ id }) => id === open.id);
    return found ? { kind: "touchpoint", id: found.id } : null;
  }
  const card = Object.values(map.cells)
    .flat()
    .find(({ id }) => id === open?.id);
  return card ? { kind: "card", id: card.id } : null;
}

function isSame(one: OpenRecord, other: OpenRecord | null): boolean {
  return (
    other !== null &&
    isThing(one) &&
    isThing(other) &&
    one.kind === other.kind &&
    one.id === other.id
  );
}
