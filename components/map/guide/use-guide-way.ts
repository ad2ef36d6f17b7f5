"use client";

import { useRoom } from "@/components/room/room-context";
import { useMediaQuery } from "@/components/touchpoint/use-media-query";
import type { GuideItem, GuideItemId } from "@/lib/guide/steps";
import type { TouchpointId } from "@/lib/journey/ids";
import type { LaneKind } from "@/lib/journey/vocabulary";
import { useEditorUi } from "../editor-ui";
import type { GridStore } from "../grid/grid-store";
import { touchpointIn } from "../map-index";

/** The lane in which an item is done. */
const LANE_OF: Partial<Record<GuideItemId, LaneKind>> = {
  channels: "channel",
  messages: "message",
  emotions: "emotion",
  owners: "stakeholder",
  pains: "pain",
  actions: "action",
};

/** Leads to the place where an item of the guide is done; the guide stays open beside it where there is room. */
export function useGuideWay(
  store: GridStore,
  onClose: () => void,
): (item: GuideItem) => void {
  const { source } = useRoom();
  const ui = useEditorUi();
  const isPhone = useMediaQuery("(max-width: 767px)");

  const inLane = ({ id, at }: GuideItem): boolean => {
    const kind = LANE_OF[id];
    const lane = source.get().lanes.find((one) => one.kind === kind);
    const leaf = store.getShape().leaves.find(({ key }) => key === at);
    const column = leaf ?? store.getShape().leaves[0];
    if (!lane || !column) return false;
    const point = { row: lane.id, leaf: column.key };
    store.dispatch({ type: "select", point, card: null, extend: false });
    return true;
  };

  return (item) => {
    const { id, at } = item;
    if (id === "persona" || id === "scenario") {
      if (isPhone) onClose();
      return focusHeader(id);
    }
    const touchpoint = at && touchpointIn(source.get(), at as TouchpointId);
    if (isPhone) {
      onClose();
      if (touchpoint) ui.openRecord({ kind: "touchpoint", id: touchpoint.id });
      return;
    }
    if (ui.view !== "map") ui.showView("map");
    if (LANE_OF[id] && inLane(item)) return;
    if (touchpoint) ui.openRecord({ kind: "touchpoint", id: touchpoint.id });
    else if (id === "pains" || id === "actions")
      ui.show({ kind: "add-lane", before: null });
    else if (!at || !store.reveal(at)) store.focus();
  };
}

/** Personas and scenario stand above the map, not in it. */
function focusHeader(id: "persona" | "scenario"): void {
  const bar = document.querySelector<HTMLElement>('[data-region="scenario"]');
  const target =
    id === "scenario"
      ? bar?.querySelector<HTMLElement>("input, textarea")
      : [...(bar?.querySelectorAll<HTMLElement>("button") ?? [])].at(-1);
  // A sheet that closes gives the focus back first.
  requestAnimationFrame(() => target?.focus());
}
