"use client";

import { Copy, Route, Target, Trash2, UserRound, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRoom } from "@/components/room/room-context";
import { useCommands } from "@/components/room/use-commands";
import type { CardId } from "@/lib/journey/ids";
import type { Card, JourneyMap } from "@/lib/journey/journey-map";
import type { Colour } from "@/lib/journey/vocabulary";
import { useEditorUi } from "../editor-ui";
import type { Spot } from "../editor-ui";
import { colourAll } from "../grid/bulk";
import { subjectsToCopy } from "../grid/copies";
import type { GridStore } from "../grid/grid-store";
import { chosenOf, inMapOrder } from "../grid/picks";
import type { Chosen, Pick } from "../grid/picks";
import type { Structure } from "../grid/use-structure";
import type { MenuEntry } from "./use-menu-items";

export interface ManyContent {
  readonly chosen: Chosen;
  readonly entries: readonly MenuEntry[];
  readonly colour: {
    /** The colour that all of them have; undefined where they differ. */
    readonly value: Colour | null | undefined;
    readonly choose: (colour: Colour | null) => void;
  } | null;
  readonly clear: () => void;
}

interface ManyHands {
  readonly store: GridStore;
  readonly structure: Structure;
  /** Where pickers open. */
  readonly at: Spot;
}

/** What can be done with several things at once: the same in their bar and in their menu. */
export function useManyEntries({
  store,
  structure,
  at,
}: ManyHands): ManyContent {
  const t = useTranslations("map");
  const ui = useEditorUi();
  const { source } = useRoom();
  const { run } = useCommands();
  const map = source.get();
  const view = store.view();
  const chosen = chosenOf(store.getState(), view);
  const cards = cardsIn(map, chosen.cards);
  const clear = () => void store.dispatch({ type: "leave" });
  if (!view.canWrite) return { chosen, entries: [], colour: null, clear };
  const icons = { "aria-hidden": true } as const;
  const picks = picksOf(chosen);
  const taskIds = cards
    .filter(({ kind }) => kind === "action")
    .map(({ id }) => id);
  const entries: (MenuEntry | false)[] = [
    chosen.columns.length + taskIds.length > 0 && {
      id: "owner",
      label: t("menu.owner"),
      icon: <UserRound {...icons} />,
      run: () =>
        ui.show({ kind: "owner", touchpointIds: chosen.columns, taskIds, at }),
    },
    chosen.columns.length > 0 && {
      id: "channels",
      label: t("many.channels"),
      icon: <Route {...icons} />,
      run: () =>
        ui.show({ kind: "channels", touchpointIds: chosen.columns, at }),
    },
    isOneKind(chosen) && {
      id: "move-to",
      label: t("menu.moveTo"),
      icon: <Target {...icons} />,
      run: () => ui.show({ kind: "move-to", subjects: inMapOrder(map, picks) }),
    },
    picks.length > 0 && {
      id: "duplicate",
      label: t("menu.duplicate"),
      icon: <Copy {...icons} />,
      run: () =>
        structure.duplicate(subjectsToCopy(store.getState(), view, map)),
    },
    picks.length > 0 && {
      id: "delete",
      label: t("many.delete"),
      icon: <Trash2 {...icons} />,
      isDanger: true,
      run: () => structure.removeAll(picks),
    },
  ];
  const colours = new Set(cards.map(({ colour }) => colour));
  return {
    chosen,
    clear,
    entries: entries.filter((entry) => entry !== false),
    colour:
      cards.length === 0
        ? null
        : {
            value: colours.size === 1 ? cards[0]?.colour : undefined,
            choose: (colour) =>
              void run((ctx) => colourAll(ctx, chosen.cards, colour)),
          },
  };
}

/** The way out, where the menu has no Esc of its own. */
export function useClearEntry(clear: () => void): MenuEntry {
  const t = useTranslations("map");
  return {
    id: "clear-selection",
    label: t("many.clear"),
    icon: <X aria-hidden="true" />,
    keys: "Esc",
    run: clear,
  };
}

function cardsIn(map: JourneyMap, ids: readonly CardId[]): Card[] {
  if (ids.length === 0) return [];
  const wanted = new Set(ids);
  return Object.values(map.cells)
    .flat()
    .filter(({ id }) => wanted.has(id));
}

function picksOf({ cards, touchpoints }: Chosen): Pick[] {
  return [
    ...touchpoints.map((id): Pick => ({ kind: "touchpoint", id })),
    ...cards.map((id): Pick => ({ kind: "card", id })),
  ];
}

/** Cards go to a cell and touchpoints to a stage, so only one kind can go somewhere together. */
function isOneKind({ cards, touchpoints }: Chosen): boolean {
  return cards.length > 0 !== touchpoints.length > 0;
}
