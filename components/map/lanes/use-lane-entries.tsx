"use client";

import {
  EyeOff,
  Lightbulb,
  MoveVertical,
  UnfoldVertical,
  FoldVertical,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRoom } from "@/components/room/room-context";
import { useCommandFace } from "../commands/use-doable";
import { useEditorUi } from "../editor-ui";
import type { GridStore } from "../grid/grid-store";
import { cellOf } from "../grid/shape";
import { spotOf } from "../grid/use-orders";
import type { MenuEntry } from "../menus/use-menu-items";
import { hasHeight } from "./lane-heights";
import type { HeightChange } from "./lane-heights";
import { useHideLane } from "./use-hide-lane";
import { useLaneHeight } from "./use-lane-height";

const ICONS: Readonly<Record<HeightChange, ReactNode>> = {
  taller: <UnfoldVertical aria-hidden="true" />,
  lower: <FoldVertical aria-hidden="true" />,
  fit: <MoveVertical aria-hidden="true" />,
};
const CHANGES: readonly HeightChange[] = ["taller", "lower", "fit"];

/** What the menu offers for the height of a lane, and for the hint of one of its cells. */
export function useLaneEntries(store: GridStore): MenuEntry[] {
  const t = useTranslations("lanes");
  const { source } = useRoom();
  const ui = useEditorUi();
  const words = useTranslations("map");
  const face = useCommandFace();
  const resize = useLaneHeight();
  const hide = useHideLane();
  const cell = cellOf(store.view().shape, store.getState().point);
  const laneId = cell?.lane?.key ?? null;
  if (!cell || !laneId) return [];
  const { columnId } = cell;
  if (columnId === null && cell.from < 0) {
    const heights =
      cell.role === "lane" && hasHeight(source.get(), laneId) ? CHANGES : [];
    return [
      ...heights.map((change) => ({
        id: `height-${change}`,
        label: t(`height.${change}`),
        icon: ICONS[change],
        keys: change === "fit" ? undefined : face(change).keys,
        run: () => resize(laneId, change),
      })),
      {
        id: "hide-lane",
        label: words("hideLane.menu"),
        icon: <EyeOff aria-hidden="true" />,
        run: () => hide(laneId),
      },
    ];
  }
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
