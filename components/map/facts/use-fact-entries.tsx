"use client";

import { CircleCheck, ListPlus, MoveRight, View } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRoom } from "@/components/room/room-context";
import { useCommands } from "@/components/room/use-commands";
import { useCommandFace } from "../commands/use-doable";
import { useEditorUi } from "../editor-ui";
import type { GridStore } from "../grid/grid-store";
import { cellOf } from "../grid/shape";
import { factSpot } from "../grid/use-orders";
import { useFailureEntries } from "../failure/use-failure-entries";
import { useLaneEntries } from "../lanes/use-lane-entries";
import type { MenuEntry } from "../menus/use-menu-items";
import { factOf } from "./fact-kinds";
import { cardOn } from "./card-on";
import { factsAt, viewableAt } from "./facts-at";
import { runOn, touchpointBehind } from "./run-on";
import { tickTask } from "./tick-task";
import { useFollowUpEntries } from "./use-follow-up-entries";

/** What the menu of the selection offers for what things say besides their words. */
export function useFactEntries(store: GridStore): MenuEntry[] {
  return [
    ...useFacts(store),
    ...useFollowUpEntries(store),
    ...useFailureEntries(store),
    ...useChannelEntries(store),
    ...useViewEntries(store),
    ...useLaneEntries(store),
  ];
}

function useFacts(store: GridStore): MenuEntry[] {
  const t = useTranslations("lanes");
  const { source } = useRoom();
  const { run } = useCommands();
  const ui = useEditorUi();
  const face = useCommandFace();
  const state = store.getState();
  const view = store.view();
  const of = factsAt(source.get(), state, view);
  if (!of) return [];
  const card = of.kind === "card" ? cardOn(source.get(), of.id) : null;
  const fact = card && factOf(card.kind);
  const entries: MenuEntry[] = [
    {
      id: "facts",
      label: t(fact ? `facts.menu.${fact}` : "facts.menu.message"),
      icon: <ListPlus aria-hidden="true" />,
      keys: face("facts").keys,
      run: () => {
        const at = factSpot(of, cellOf(view.shape, state.point));
        ui.show({ kind: "facts", of, at });
      },
    },
  ];
  if (card?.task) {
    const { id, task } = card;
    entries.push({
      id: "tick",
      label: t(task.status === "done" ? "facts.reopen" : "facts.tick"),
      icon: <CircleCheck aria-hidden="true" />,
      run: () => void run((ctx) => tickTask(ctx, { id, task })),
    });
  }
  return entries;
}

function useChannelEntries(store: GridStore): MenuEntry[] {
  const t = useTranslations("lanes");
  const { source } = useRoom();
  const { run } = useCommands();
  const cell = cellOf(store.view().shape, store.getState().point);
  if (cell?.lane?.kind !== "channel" || cell.role !== "field") return [];
  const next = touchpointBehind(source.get(), cell.columnId);
  if (!next || next.channels.length === 0) return [];
  return [
    {
      id: "run-on",
      label: t("channels.runOn"),
      icon: <MoveRight aria-hidden="true" />,
      run: () => void run((ctx) => runOn(ctx, next)),
    },
  ];
}

function useViewEntries(store: GridStore): MenuEntry[] {
  const t = useTranslations("lanes");
  const { source } = useRoom();
  const ui = useEditorUi();
  const found = viewableAt(source.get(), store.getState(), store.view());
  if (!found) return [];
  return [
    {
      id: "view",
      label: t("viewer.menu"),
      icon: <View aria-hidden="true" />,
      run: () => ui.show({ kind: "viewer", ...found }),
    },
  ];
}
