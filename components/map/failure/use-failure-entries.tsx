"use client";

import { DoorOpen, Reply } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRoom } from "@/components/room/room-context";
import { isBreakOff } from "@/lib/journey/failure-kinds";
import { useEditorUi } from "../editor-ui";
import type { GridStore } from "../grid/grid-store";
import { subjectAt, touchpointAt } from "../grid/moves";
import { cellOf } from "../grid/shape";
import { touchpointIn } from "../map-index";
import type { MenuEntry } from "../menus/use-menu-items";
import { useFailing } from "./use-failing";

/** What the menu of a touchpoint offers about failing: that the journey breaks off there, and what follows up on that. */
export function useFailureEntries(store: GridStore): MenuEntry[] {
  const t = useTranslations("failure.menu");
  const { source } = useRoom();
  const ui = useEditorUi();
  const { mark, recover } = useFailing();
  const [state, view] = [store.getState(), store.view()];
  const subject = subjectAt(state, view);
  const isHeading = subject?.kind === "touchpoint";
  const isField = !subject && cellOf(view.shape, state.point)?.role === "field";
  const id = isHeading || isField ? touchpointAt(state, view) : null;
  const map = source.get();
  const touchpoint = id && touchpointIn(map, id);
  if (!touchpoint) return [];
  const isOn = isBreakOff(map.meta, touchpoint.id);
  const entries: MenuEntry[] = [
    {
      id: "break-off",
      label: t(isOn ? "unmark" : "mark"),
      icon: <DoorOpen aria-hidden="true" />,
      run: () => mark(touchpoint, !isOn),
    },
  ];
  if (isOn || touchpoint.dropOff !== null)
    entries.push({
      id: "recover",
      label: t("recover"),
      icon: <Reply aria-hidden="true" />,
      run: () => {
        const made = recover(touchpoint);
        if (made) ui.openRecord({ kind: "touchpoint", id: made });
      },
    });
  return entries;
}
