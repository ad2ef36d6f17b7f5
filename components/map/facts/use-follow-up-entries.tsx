"use client";

import { Lightbulb, ListTodo } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRoom } from "@/components/room/room-context";
import { useCommands } from "@/components/room/use-commands";
import { setCard } from "@/lib/journey/cards";
import { followUp, type FollowUpKind } from "@/lib/journey/follow-up";
import type { CardId } from "@/lib/journey/ids";
import type { Card } from "@/lib/journey/journey-map";
import { useEditorUi } from "../editor-ui";
import type { GridStore } from "../grid/grid-store";
import { subjectAt, touchpointAt } from "../grid/moves";
import { cellOf } from "../grid/shape";
import type { MenuEntry } from "../menus/use-menu-items";
import { cardOn } from "./card-on";

/** What the selection can be followed up from: a card or a touchpoint; null where it is neither. */
function originAt(
  store: GridStore,
  cardOf: (id: CardId) => Card | null,
): { readonly id: string; readonly card: Card | null } | null {
  const [state, view] = [store.getState(), store.view()];
  const subject = subjectAt(state, view);
  if (subject?.kind === "card")
    return { id: subject.id, card: cardOf(subject.id) };
  if (subject && subject.kind !== "touchpoint") return null;
  const role = cellOf(view.shape, state.point)?.role;
  const id = touchpointAt(state, view);
  return id && (subject || role === "field") ? { id, card: null } : null;
}

/** Makes a task or an opportunity out of what is selected, and opens it to say more. */
export function useFollowUpEntries(store: GridStore): MenuEntry[] {
  const t = useTranslations("lanes.followUp");
  const map = useTranslations("map.lane");
  const { source } = useRoom();
  const { run } = useCommands();
  const ui = useEditorUi();
  const origin = originAt(store, (id) => cardOn(source.get(), id));
  if (!origin) return [];
  const { id: from, card } = origin;
  const make = (kind: FollowUpKind) => {
    const laneTitle = map(`${kind}.title`);
    const made = run((ctx) => followUp(ctx, { from, kind, laneTitle }));
    if (made?.ok) ui.openRecord({ kind: "card", id: made.cardId });
  };
  const makeOfAction = (action: Card) => {
    const task = { stakeholderId: null, status: "open", due: null } as const;
    const made = run((ctx) => setCard(ctx, { cardId: action.id, task }));
    if (made?.ok) ui.openRecord({ kind: "card", id: action.id });
  };
  const task: MenuEntry = {
    id: "make-task",
    label: t("task"),
    icon: <ListTodo aria-hidden="true" />,
    run: () => (card?.kind === "action" ? makeOfAction(card) : make("action")),
  };
  const opportunity: MenuEntry = {
    id: "make-opportunity",
    label: t("opportunity"),
    icon: <Lightbulb aria-hidden="true" />,
    run: () => make("opportunity"),
  };
  if (card?.kind === "action") return card.task ? [] : [task];
  return card?.kind === "opportunity" ? [task] : [task, opportunity];
}
