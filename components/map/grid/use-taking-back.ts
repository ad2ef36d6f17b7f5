"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useHistory } from "@/components/room/use-history";
import { useRoom } from "@/components/room/room-context";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { useEditorUi } from "../editor-ui";
import { useSeeing } from "../seeing/seeing-context";
import type { GridStore } from "./grid-store";
import { speak } from "./speak";
import { titleOf } from "./use-place-words";

/** Where somebody works who takes something back without going to it: the focus stays there. */
const STAYS = "[data-region=panel], [role=slider]";

/** Takes back and does again, says what came of it and brings that into sight, wherever it was asked for. */
export function useTakingBack(
  store: GridStore,
): (what: "undo" | "redo") => void {
  const t = useTranslations("map.spoken");
  const { undo, redo } = useHistory();
  const { source } = useRoom();
  const { view } = useEditorUi();
  const { stage } = useSeeing();
  return useMemo(() => {
    const show = (id: string) => {
      const focus = document.activeElement;
      if (view === "map" && !focus?.closest(STAYS)) {
        store.reveal(id);
        return;
      }
      const [stageId, ...columns] = columnsOf(source.get(), id);
      if (stageId) stage.choose(stageId);
      // What is shown only now is drawn first.
      requestAnimationFrame(() =>
        elementOf([id, ...columns])?.scrollIntoView?.({
          block: "nearest",
          inline: "nearest",
        }),
      );
    };
    return (what) => {
      const before = source.get();
      const result = what === "undo" ? undo() : redo();
      if (!result) return;
      if (!result.ok) {
        // All other reasons are said where they are known.
        if (result.reason === "nothing") speak(t(`nothing.${what}`));
        return;
      }
      const { entity } = result;
      if (entity) show(entity);
      // What was made is gone by now, and what was deleted is back.
      const name =
        entity && (titleOf(source.get(), entity) || titleOf(before, entity));
      speak(name ? t(`at.${what}`, { name }) : t(`done.${what}`));
    };
  }, [store, undo, redo, source, view, stage, t]);
}

/** The stage of something and, within it, the touchpoint or column in which it stands. */
function columnsOf(map: JourneyMap, id: string): readonly string[] {
  const card = Object.values(map.cells)
    .flat()
    .find((one) => one.id === id);
  const column = card?.columnId ?? id;
  const found = map.stages.find(
    (one) =>
      one.id === column ||
      one.touchpoints.some((touchpoint) => touchpoint.id === column),
  );
  return found ? [found.id, column] : [];
}

/** The first of several things that is drawn in some view. */
function elementOf(ids: readonly string[]): Element | null {
  for (const id of ids) {
    const name = CSS.escape(id);
    const found = document.querySelector(
      `[data-card="${name}"], [data-touchpoint="${name}"], [data-cell="touchpoints/${name}"], [data-cell="stages/${name}"], [data-lane="${name}"]`,
    );
    if (found) return found;
  }
  return null;
}
