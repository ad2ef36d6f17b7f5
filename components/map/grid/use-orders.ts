"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useHistoryHref } from "@/components/history/history-href";
import { leave } from "@/components/room/leaving";
import { useCommands } from "@/components/room/use-commands";
import { useRoom } from "@/components/room/room-context";
import type { CardId, StageId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { setLane } from "@/lib/journey/lanes";
import { setStage } from "@/lib/journey/stages";
import { EMOTIONS } from "@/lib/journey/vocabulary";
import { useEditorUi } from "../editor-ui";
import type { FactsOverlay } from "../editor-ui";
import { factsAt, viewableAt } from "../facts/facts-at";
import { hasHeight } from "../lanes/lane-heights";
import { useLaneHeight } from "../lanes/use-lane-height";
import { useFeel } from "../emotion/use-feel";
import { enterEmotionCell } from "../emotion/use-slider-walk";
import { useHiddenPersonas } from "../hidden-personas";
import { useSeeing } from "../seeing/seeing-context";
import { useCall } from "../seeing/together/use-call";
import { selectedElements } from "../seeing/selected-elements";
import type { ZoomTo } from "../seeing/viewport";
import { subjectsToCopy } from "./copies";
import { clearCells } from "./clear-cells";
import type { Effect } from "./grid-state";
import type { GridStore } from "./grid-store";
import type { Order } from "./key-intents";
import { subjectAt, touchpointAt } from "./moves";
import { carriedWith, chosenOf, isMany } from "./picks";
import { placeOf, stepPlace } from "./places";
import { cellName, cellOf } from "./shape";
import type { GridCell } from "./shape";
import { speak } from "./speak";
import { useColumnWidth } from "./use-column-resize";
import { useTakingBack } from "./use-taking-back";
import type { Structure } from "./use-structure";

export interface Orders {
  readonly obey: (order: Order) => void;
  readonly carry: (effect: Effect) => void;
}

/** What asks for the right to write. */
const CHANGES: ReadonlySet<Order["type"]> = new Set([
  "shift",
  "clear",
  "duplicate",
  "undo",
  "redo",
  "owner",
  "move",
  "emotion",
]);

/** Lanes on whose cells the keys 1 to 5 say how a touchpoint feels. */
const FELT: readonly string[] = [
  "emotion",
  "channel",
  "stakeholder",
  "evidence",
];

/** Lanes that show what is changed in the record of a touchpoint. */
const ELSEWHERE: readonly string[] = ["touchpoint", "evidence"];

/** Cards that can be somebody's task. */
function actionsIn(map: JourneyMap, ids: readonly CardId[]): CardId[] {
  return Object.values(map.cells)
    .flat()
    .filter(({ id, kind }) => kind === "action" && ids.includes(id))
    .map(({ id }) => id);
}

/** The element that shows a cell now. */
function elementOf(cell: GridCell): HTMLElement | null {
  return document.querySelector(`[data-cell="${CSS.escape(cellName(cell))}"]`);
}

/** A spot just under the top left of the selected cell, where its menus open. */
export function spotOf(cell: GridCell | null): { x: number; y: number } {
  const box = cell ? elementOf(cell)?.getBoundingClientRect() : undefined;
  return { x: (box?.left ?? 0) + 24, y: (box?.top ?? 0) + 28 };
}

/** Under the card itself, which stays in sight while it is changed. */
export function factSpot(
  of: FactsOverlay["of"],
  cell: GridCell | null,
): { x: number; y: number } {
  const card = document.querySelector(`[data-card="${CSS.escape(of.id)}"]`);
  const box = card?.getBoundingClientRect();
  return box ? { x: box.left, y: box.bottom } : spotOf(cell);
}

/** Does what keys, menus and buttons ask for beyond the selection itself. */
export function useOrders(store: GridStore, structure: Structure): Orders {
  const { run } = useCommands();
  const { source } = useRoom();
  const takeBack = useTakingBack(store);
  const felt = useFeel();
  const ui = useEditorUi();
  const setHeight = useLaneHeight();
  const hidden = useHiddenPersonas();
  const historyHref = useHistoryHref();
  const resize = useColumnWidth();
  const t = useTranslations("map");
  const seeing = useTranslations("seeing");
  const { viewport } = useSeeing();
  const call = useCall();
  return useMemo(() => {
    const here = () => cellOf(store.getShape(), store.getState().point);
    const subject = () => subjectAt(store.getState(), store.view());
    const shown = () => source.get().personas.filter((id) => !hidden.has(id));

    const clear = () => {
      const { picks } = store.getState();
      // Emptying never takes a column away; that is a choice of its own, with its own name.
      const cards = picks.filter(({ kind }) => kind === "card");
      if (cards.length < picks.length) speak(t("spoken.columnsStay"));
      if (picks.length > 0)
        return cards.length > 0 ? structure.removeAll(cards) : undefined;
      const clearing = {
        map: source.get(),
        state: store.getState(),
        shape: store.getShape(),
        personas: shown(),
      };
      run((ctx) => {
        const count = clearCells(ctx, clearing);
        // Names and material are not emptied by accident, and whoever tries is told where they are changed.
        const isElsewhere = ELSEWHERE.includes(here()?.lane?.kind ?? "");
        if (count > 0) speak(t("spoken.cleared", { count }));
        else speak(t(isElsewhere ? "spoken.elsewhere" : "spoken.emptyAlready"));
        return { ok: true };
      });
    };
    const shift = (to: Extract<Order, { type: "shift" }>["to"]) => {
      const what = subject();
      if (!what) return;
      const map = store.getSeen();
      const carried = carriedWith(store.getState().picks, map, what);
      // Several go on together from the one that is foremost in their direction.
      const isBack = to === "left" || to === "up";
      const foremost = (isBack ? carried[0] : carried.at(-1)) ?? what;
      const place = placeOf(map, foremost);
      const next = place && stepPlace({ map, subject: foremost, place }, to);
      if (next) structure.moveAll(carried, next);
      else speak(t("spoken.edge"));
    };
    const feel = ({ level, isByName }: Extract<Order, { type: "emotion" }>) => {
      const cell = here();
      const touchpointId = touchpointAt(store.getState(), store.view());
      const personaIds = shown();
      const [personaId] = personaIds;
      const value = EMOTIONS[level];
      const fits =
        isByName ||
        FELT.includes(cell?.lane?.kind ?? "") ||
        cell?.role === "touchpoint";
      if (!fits || !touchpointId || value === undefined) return;
      if (!personaId) return speak(t("feel.nobody"));
      if (personaIds.length === 1)
        return felt({ touchpointId, personaId, value });
      const at = spotOf(cell);
      ui.show({ kind: "feel", touchpointId, value, personaIds, at });
    };
    const pickOwner = () => {
      const at = spotOf(here());
      const chosen = isMany(store.getState(), store.view())
        ? chosenOf(store.getState(), store.view())
        : null;
      const touchpointId = touchpointAt(store.getState(), store.view());
      if (chosen)
        ui.show({
          kind: "owner",
          touchpointIds: chosen.columns,
          taskIds: actionsIn(source.get(), chosen.cards),
          at,
        });
      else if (touchpointId) {
        const touchpointIds = [touchpointId];
        ui.show({ kind: "owner", touchpointIds, taskIds: [], at });
      }
    };
    const open = () => {
      const what = subject();
      const touchpointId = touchpointAt(store.getState(), store.view());
      if (what?.kind === "card") ui.openRecord({ kind: "card", id: what.id });
      else if (what?.kind === "lane")
        ui.show({ kind: "lane-settings", laneId: what.id });
      else if (what?.kind === "stage")
        ui.show({ kind: "stage-settings", stageId: what.id });
      else if (touchpointId)
        ui.openRecord({ kind: "touchpoint", id: touchpointId });
    };
    const talk = () => {
      const what = subject();
      const touchpointId = touchpointAt(store.getState(), store.view());
      const about =
        what && what.kind !== "lane"
          ? { kind: what.kind, id: what.id }
          : touchpointId && { kind: "touchpoint" as const, id: touchpointId };
      ui.openRecord({ kind: "conversation", about, threadId: null });
    };
    const openFacts = () => {
      const cell = here();
      const of = factsAt(source.get(), store.getState(), store.view());
      const seen = viewableAt(source.get(), store.getState(), store.view());
      if (of) ui.show({ kind: "facts", of, at: factSpot(of, cell) });
      else if (seen && cell?.lane?.kind !== "channel")
        ui.show({ kind: "viewer", ...seen });
      else if (cell?.role === "field") openField(cell);
      else open();
    };
    const hold = () => {
      const what = subject();
      const place = what && placeOf(store.getSeen(), what);
      if (!what || !place) return;
      store.hold({ subject: what, place, by: "keys" });
      speak(t("spoken.moving"));
    };

    const zoom = (to: ZoomTo) => {
      if (to === "selection") viewport.fitElements(selectedElements(viewport));
      else viewport.zoomTo(to);
      const percent = Math.round(viewport.getZoom() * 100);
      speak(seeing("zoom.spoken", { percent }));
    };

    const obey = (order: Order): void => {
      if (CHANGES.has(order.type) && !store.view().canWrite) return;
      switch (order.type) {
        case "shift":
          return shift(order.to);
        case "clear":
          return clear();
        case "duplicate": {
          const { getState, view } = store;
          const what = subjectsToCopy(getState(), view(), source.get());
          return what.length > 0 ? structure.duplicate(what) : undefined;
        }
        case "open":
          return open();
        case "facts":
          return openFacts();
        case "menu":
          return ui.show({ kind: "menu", at: spotOf(here()) });
        case "undo":
        case "redo":
          return takeBack(order.type);
        case "help":
          return ui.show({ kind: "keys" });
        case "history":
          return leave(() => window.location.assign(historyHref));
        case "owner":
          return pickOwner();
        case "comment":
          return talk();
        case "move":
          return hold();
        case "width": {
          const column = touchpointAt(store.getState(), store.view());
          return column ? resize(column, order.change) : undefined;
        }
        case "height": {
          const what = subject();
          if (what?.kind !== "lane" || !hasHeight(source.get(), what.id))
            return;
          return setHeight(what.id, order.change);
        }
        case "emotion":
          return feel(order);
        case "zoom":
          return zoom(order.to);
        case "call":
          return call();
        case "show":
          return ui.show({ kind: order.what });
      }
    };

    const unfold = (cell: GridCell) => {
      const { lane, columnId } = cell;
      if (cell.role === "folded-lane" && lane) {
        run((ctx) => setLane(ctx, { laneId: lane.key, collapsed: false }));
      } else if (columnId) {
        run((ctx) =>
          setStage(ctx, { stageId: columnId as StageId, collapsed: false }),
        );
      }
    };
    const openField = (cell: GridCell) => {
      const touchpointId = touchpointAt(store.getState(), store.view());
      const element = elementOf(cell);
      if (!touchpointId) return;
      if (cell.lane?.kind === "emotion" && element) enterEmotionCell(element);
      else if (cell.lane?.kind === "stakeholder") pickOwner();
      else if (cell.lane?.kind === "channel") {
        ui.show({
          kind: "channels",
          touchpointIds: [touchpointId],
          at: spotOf(cell),
        });
      } else {
        const part = cell.lane?.kind === "evidence" ? "evidence" : undefined;
        ui.openRecord({ kind: "touchpoint", id: touchpointId, part });
      }
    };
    const insertAfter = (cell: GridCell) => {
      const map = source.get();
      if (
        cell.role === "lane" ||
        cell.role === "line" ||
        cell.role === "folded-lane"
      ) {
        const at = map.lanes.findIndex(({ id }) => id === cell.lane?.key);
        ui.show({ kind: "add-lane", before: map.lanes[at + 1]?.id ?? null });
        return;
      }
      const stageAt = map.stages.findIndex(({ id, touchpoints }) =>
        [
          id as string,
          ...touchpoints.map((point) => point.id as string),
        ].includes(cell.columnId ?? ""),
      );
      const stage = map.stages[stageAt];
      if (!stage) return;
      if (cell.role === "stage" || cell.role === "folded-stage") {
        structure.addStage(map.stages[stageAt + 1]?.id ?? null);
      } else {
        const at = stage.touchpoints.findIndex(
          ({ id }) => id === cell.columnId,
        );
        structure.addTouchpoint(
          stage.id,
          stage.touchpoints[at + 1]?.id ?? null,
        );
      }
    };
    const carry = (effect: Effect): void => {
      switch (effect.type) {
        case "unfold":
          return unfold(effect.at);
        case "add-touchpoint":
          return structure.addTouchpoint(effect.at.columnId as StageId, null);
        case "open-field":
          return openField(effect.at);
        case "insert-after":
          return insertAfter(effect.at);
      }
    };
    return { obey, carry };
  }, [
    store,
    structure,
    run,
    source,
    takeBack,
    felt,
    ui,
    hidden,
    t,
    historyHref,
    resize,
    setHeight,
    seeing,
    viewport,
    call,
  ]);
}
