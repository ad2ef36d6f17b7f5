"use client";

import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  CopyCheck,
  FoldHorizontal,
  FoldVertical,
  MoveHorizontal,
  PanelRight,
  Pencil,
  Plus,
  RotateCcw,
  Settings2,
  Target,
  Trash2,
  UnfoldHorizontal,
  UnfoldVertical,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRoom } from "@/components/room/room-context";
import { useCommands } from "@/components/room/use-commands";
import { setCard } from "@/lib/journey/cards";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { setLane } from "@/lib/journey/lanes";
import { setStage } from "@/lib/journey/stages";
import type { Colour } from "@/lib/journey/vocabulary";
import { useOffered } from "../commands/use-command";
import { useCommandFace } from "../commands/use-doable";
import { isLong, isUnfolded, toggleFold } from "../drawing/unfolded";
import { useEditorUi } from "../editor-ui";
import { cardOn } from "../facts/card-on";
import { useFactEntries } from "../facts/use-fact-entries";
import type { GridStore } from "../grid/grid-store";
import { subjectAt, touchpointAt } from "../grid/moves";
import { placeOf, stepPlace } from "../grid/places";
import type { Subject } from "../grid/places";
import type { Direction } from "../grid/navigation";
import { cellOf } from "../grid/shape";
import type { GridCell } from "../grid/shape";
import { useColumnWidth } from "../grid/use-column-resize";
import type { WidthChange } from "../grid/use-column-resize";
import { spotOf } from "../grid/use-orders";
import type { Orders } from "../grid/use-orders";
import type { Structure } from "../grid/use-structure";
import { laneIn, stageIn } from "../map-index";
import { useAttachEntry } from "./use-attach-entry";
import { useCopyLane } from "./use-copy-lane";

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly keys?: string;
  readonly isDanger?: boolean;
  readonly run: () => void;
}

interface Hands {
  readonly store: GridStore;
  readonly orders: Orders;
  readonly structure: Structure;
}

interface MenuContent {
  readonly groups: readonly (readonly MenuEntry[])[];
  readonly colour: {
    readonly value: Colour | null;
    readonly choose: (colour: Colour | null) => void;
  } | null;
}

const ARROWS: Readonly<Record<Direction, ReactNode>> = {
  left: <ArrowLeft aria-hidden="true" />,
  right: <ArrowRight aria-hidden="true" />,
  up: <ArrowUp aria-hidden="true" />,
  down: <ArrowDown aria-hidden="true" />,
};

/** What the menu of the selection offers: always by the same names, in the same order. */
export function useMenuItems(hands: Hands): MenuContent {
  const { source } = useRoom();
  const { store } = hands;
  const map = source.get();
  const view = store.view();
  const state = store.getState();
  const cell = cellOf(view.shape, state.point);
  const subject = subjectAt(state, view);
  const open = useOpenEntries(hands, cell, subject);
  const facts = useFactEntries(store);
  const change = useChangeEntries(hands, cell, subject);
  const attach = useAttachEntry(store, cell);
  const move = useMoveEntries(hands, store.getSeen(), subject);
  const colour = useColour(map, subject);
  const width = useWidthEntries(subject);
  const copy = useCopyLane(subject?.kind === "lane" ? subject.id : null);
  if (!view.canWrite) {
    const groups = [
      [...open, ...facts].filter(({ id }) =>
        ["open", "comment", "fold-card", "view", "hide-lane"].includes(id),
      ),
      copy,
      width,
    ];
    return { groups: groups.filter(({ length }) => length > 0), colour: null };
  }
  return {
    groups: [
      open,
      facts,
      [...change.slice(0, 1), ...attach, ...change.slice(1), ...copy],
      move.entries,
      width,
      move.removal,
    ].filter((group) => group.length > 0),
    colour,
  };
}

function useOpenEntries(
  { store, orders }: Hands,
  cell: GridCell | null,
  subject: Subject | null,
): MenuEntry[] {
  const t = useTranslations("map");
  const ui = useEditorUi();
  const face = useCommandFace();
  const offered = useOffered(orders);
  const entries: MenuEntry[] = [];
  const touchpointId = touchpointAt(store.getState(), store.view());
  const enter = () => {
    const effect = store.dispatch({ type: "enter" });
    if (effect) orders.carry(effect);
  };
  if (subject || cell?.role === "field") {
    const label =
      subject && subject.kind !== "card" ? t("menu.rename") : t("menu.edit");
    entries.push({
      id: "edit",
      label,
      icon: <Pencil aria-hidden="true" />,
      keys: face("edit").keys,
      run: enter,
    });
  }
  if (subject?.kind === "lane") {
    const laneId = subject.id;
    entries.push({
      id: "settings",
      label: t("menu.settings"),
      icon: <Settings2 aria-hidden="true" />,
      run: () => ui.show({ kind: "lane-settings", laneId }),
    });
  } else if (subject?.kind === "stage") {
    const stageId = subject.id;
    entries.push({
      id: "settings",
      label: t("menu.stageSettings"),
      icon: <Settings2 aria-hidden="true" />,
      run: () => ui.show({ kind: "stage-settings", stageId }),
    });
  } else if (subject?.kind === "card" || touchpointId) {
    entries.push({
      id: "open",
      label: t(
        subject?.kind === "card" ? "menu.openCard" : "menu.openTouchpoint",
      ),
      icon: <PanelRight aria-hidden="true" />,
      keys: face("open").keys,
      run: () => orders.obey({ type: "open" }),
    });
  }
  if (subject ? subject.kind !== "lane" : touchpointId)
    entries.push(offered("comment"));
  const card =
    subject?.kind === "card" ? cardOn(store.getSeen(), subject.id) : null;
  if (card && isLong(card.text)) {
    const isWhole = isUnfolded(card.id);
    entries.push({
      id: "fold-card",
      label: t(isWhole ? "long.less" : "long.all"),
      icon: <UnfoldVertical aria-hidden="true" />,
      run: () => toggleFold(card.id),
    });
  }
  if (touchpointId && subject?.kind !== "lane" && subject?.kind !== "stage") {
    const at = spotOf(cell);
    entries.push({
      ...offered("owner"),
      run: () =>
        ui.show({
          kind: "owner",
          touchpointIds: [touchpointId],
          taskIds: [],
          at,
        }),
    });
  }
  return entries;
}

function useChangeEntries(
  { store, orders, structure }: Hands,
  cell: GridCell | null,
  subject: Subject | null,
): MenuEntry[] {
  const t = useTranslations("map");
  const { run } = useCommands();
  const { source } = useRoom();
  const face = useCommandFace();
  const offered = useOffered(orders);
  const entries: MenuEntry[] = [];
  const plus = <Plus aria-hidden="true" />;
  const add = (entry: Omit<MenuEntry, "icon">) =>
    entries.push({ ...entry, icon: plus });
  if (cell?.role === "cards") {
    add({
      id: "add-card",
      label: t("add.card"),
      keys: face("add").keys,
      run: () => void store.dispatch({ type: "add" }),
    });
  } else if (subject && cell) {
    const label = {
      stage: t("add.stageAfter"),
      touchpoint: t("add.touchpointAfter"),
      lane: t("add.laneBelow"),
      card: t("add.card"),
    }[subject.kind];
    add({
      id: "add",
      label,
      keys: face("add").keys,
      run: () => orders.carry({ type: "insert-after", at: cell }),
    });
  }
  if (subject?.kind === "stage") {
    const stage = stageIn(source.get(), subject.id);
    add({
      id: "add-touchpoint",
      label: t("add.touchpoint"),
      run: () => structure.addTouchpoint(subject.id, null),
    });
    entries.push({
      id: "fold",
      label: t(stage?.collapsed ? "menu.unfold" : "menu.fold"),
      icon: <FoldHorizontal aria-hidden="true" />,
      run: () =>
        void run((ctx) =>
          setStage(ctx, { stageId: subject.id, collapsed: !stage?.collapsed }),
        ),
    });
  }
  const lane =
    subject?.kind === "lane" ? laneIn(source.get(), subject.id) : null;
  if (lane && lane.kind !== "line") {
    entries.push({
      id: "fold",
      label: t(lane.collapsed ? "menu.unfold" : "menu.fold"),
      icon: <FoldVertical aria-hidden="true" />,
      run: () =>
        void run((ctx) =>
          setLane(ctx, { laneId: lane.id, collapsed: !lane.collapsed }),
        ),
    });
  }
  if (subject?.kind === "card" || subject?.kind === "touchpoint") {
    entries.push({
      id: "pick",
      label: t("many.pick"),
      icon: <CopyCheck aria-hidden="true" />,
      keys: face("pick").keys,
      run: () => void store.dispatch({ type: "pick", at: null }),
    });
  }
  if (subject) {
    entries.push({
      ...offered("duplicate"),
      run: () => structure.duplicate([subject]),
    });
  }
  if (cell?.role === "cards" || cell?.role === "field") {
    entries.push(offered("clear"));
  }
  return entries;
}

function useMoveEntries(
  { orders, structure }: Hands,
  map: JourneyMap,
  subject: Subject | null,
): { entries: MenuEntry[]; removal: MenuEntry[] } {
  const t = useTranslations("map");
  const ui = useEditorUi();
  const moveMode = useOffered(orders)("moveMode");
  if (!subject) return { entries: [], removal: [] };
  const place = placeOf(map, subject);
  const directions: readonly Direction[] = ["left", "right", "up", "down"];
  const steps = directions.flatMap((to): MenuEntry[] => {
    const next = place && stepPlace({ map, subject, place }, to);
    return next
      ? [
          {
            id: `move-${to}`,
            label: t(`menu.move.${to}`),
            icon: ARROWS[to],
            run: () => structure.move(subject, next),
          },
        ]
      : [];
  });
  return {
    entries: [
      ...steps,
      {
        id: "move-to",
        label: t("menu.moveTo"),
        icon: <Target aria-hidden="true" />,
        run: () => ui.show({ kind: "move-to", subjects: [subject] }),
      },
      {
        ...moveMode,
        label: t("menu.moveKeys"),
        keys: subject.kind === "card" ? undefined : moveMode.keys,
      },
    ],
    removal: [
      {
        id: "delete",
        label: t(`menu.delete.${subject.kind}`),
        icon: <Trash2 aria-hidden="true" />,
        isDanger: true,
        run: () => structure.remove(subject),
      },
    ],
  };
}

const WIDTH_CHANGES = ["wider", "narrower", "fit", "standard"] as const;

/** What dragging the edge of a column does, by name. */
function useWidthEntries(subject: Subject | null): MenuEntry[] {
  const t = useTranslations("map.width");
  const resize = useColumnWidth();
  const face = useCommandFace();
  if (subject?.kind !== "touchpoint") return [];
  const icons: Record<WidthChange, ReactNode> = {
    wider: <UnfoldHorizontal aria-hidden="true" />,
    narrower: <FoldHorizontal aria-hidden="true" />,
    fit: <MoveHorizontal aria-hidden="true" />,
    standard: <RotateCcw aria-hidden="true" />,
  };
  return WIDTH_CHANGES.map((change) => ({
    id: `width-${change}`,
    label: t(change),
    icon: icons[change],
    keys:
      change === "wider" || change === "narrower"
        ? face(change).keys
        : undefined,
    run: () => resize(subject.id, change),
  }));
}

function useColour(
  map: JourneyMap,
  subject: Subject | null,
): MenuContent["colour"] {
  const { run } = useCommands();
  if (subject?.kind === "stage") {
    const stageId = subject.id;
    return {
      value: stageIn(map, stageId)?.colour ?? null,
      choose: (colour) => void run((ctx) => setStage(ctx, { stageId, colour })),
    };
  }
  if (subject?.kind === "card") {
    const cardId = subject.id;
    const card = Object.values(map.cells)
      .flat()
      .find(({ id }) => id === cardId);
    return {
      value: card?.colour ?? null,
      choose: (colour) => void run((ctx) => setCard(ctx, { cardId, colour })),
    };
  }
  return null;
}
