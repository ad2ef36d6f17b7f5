"use client";

import {
  Lightbulb,
  MoveVertical,
  UnfoldVertical,
  FoldVertical,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRoom } from "@/components/room/room-context";
import { useEditorUi } from "../editor-ui";
import type { GridStore } from "../grid/grid-store";
import { cellOf } from "../grid/shape";
import { spotOf } from "../grid/use-orders";
import type { MenuEntry } from "../menus/use-menu-items";
import { hasHeight } from "./lane-heights";
import type { HeightChange } from "./lane-heights";
import { useLaneHeight } from "./use-lane-height";

const ICONS: Readonly<Record<HeightChange, ReactNode>> = {
  taller: <UnfoldVertical aria-hidden="true" />,
  lower: <FoldVertical aria-hidden="true" />,
  fit: <MoveVertical aria-hidden="true" />,
};
const CHANGES: readonly HeightChange[] = ["taller", "lower", "fit"];
const KEYS: Readonly<Partial<Record<HeightChange, string>>> = {
  taller: "Alt Shift ↓",
  lower: "Alt Shift ↑",
};

/** What the menu offers for the height of a lane, and for the hint of one of its cells. */
export function useLaneEntries(store: GridStore): MenuEntry[] {
  const t = useTranslations("lanes");
  const { source } = useRoom();
  const ui = useEditorUi();
  const resize = useLaneHeight();
  const cell = cellOf(store.view().shape, store.getState().point);
  const laneId = cell?.lane?.key ?? null;
  if (!cell || !laneId) return [];
  if (cell.role === "lane" && hasHeight(source.get(), laneId))
    return CHANGES.map((change) => ({
      id: `height-${change}`,
      label: t(`height.${change}`),
      icon: ICONS[change],
      keys: KEYS[change],
      run: () => resize(laneId, change),
    }));
  const { columnId } = cell;
  if (cell.role !== "cards" || !columnId) return [];
  return [
    {
      id: "cell-hint",
      label: t("hint.menu"),
      icon: <Lightbulb aria-hidden="true" />,
      run: () =>
        ui.show({ kind: "cell-hint", laneId, columnId, at: spotOf(cell) }),
    },
  ];
}
