"use client";

import {
  ArrowLeftRight,
  Copy,
  Eraser,
  Eye,
  Filter,
  FoldHorizontal,
  History,
  Keyboard,
  Layers,
  ListChecks,
  Maximize,
  Megaphone,
  Menu,
  Move,
  PanelRight,
  Presentation,
  Printer,
  Redo2,
  Scan,
  Search,
  Trash2,
  Undo2,
  UnfoldHorizontal,
  UserRound,
  ZoomIn,
  ZoomOut,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { ReactNode } from "react";
import { useEditorUi } from "../editor-ui";
import type { Orders } from "../grid/use-orders";
import { commandOf } from "./map-commands";
import type { CommandId, DoableId } from "./map-commands";

const ICONS: Readonly<Record<DoableId, LucideIcon>> = {
  fit: Maximize,
  selection: Scan,
  actual: ArrowLeftRight,
  zoomIn: ZoomIn,
  zoomOut: ZoomOut,
  filter: Filter,
  views: Layers,
  follow: Eye,
  call: Megaphone,
  present: Presentation,
  print: Printer,
  clear: Eraser,
  duplicate: Copy,
  moveMode: Move,
  undo: Undo2,
  redo: Redo2,
  wider: UnfoldHorizontal,
  narrower: FoldHorizontal,
  open: PanelRight,
  facts: ListChecks,
  menu: Menu,
  owner: UserRound,
  history: History,
  trash: Trash2,
  palette: Search,
  help: Keyboard,
};

export interface CommandFace {
  readonly id: CommandId;
  readonly label: string;
  /** As they are written everywhere; `useKeyNames` writes them as they stand on the reader's keyboard. */
  readonly keys: string | undefined;
}

/** A command as it can be offered. */
export interface OfferedCommand extends CommandFace {
  readonly icon: ReactNode;
  readonly run: () => void;
}

/** Name and keys of a command; a single letter is no key while those are switched off. */
export function useCommandFace(): (id: CommandId) => CommandFace {
  const t = useTranslations("seeing.command");
  const { singleKeys } = useEditorUi();
  return useCallback(
    (id) => {
      const { keys, isSingle } = commandOf(id);
      const isOff = isSingle === true && !singleKeys;
      return { id, label: t(id), keys: isOff ? undefined : keys[0] };
    },
    [t, singleKeys],
  );
}

/** Commands as menus, tooltips and the palette offer them. */
export function useOffered(orders: Orders): (id: DoableId) => OfferedCommand {
  const face = useCommandFace();
  return useCallback(
    (id) => {
      const Icon = ICONS[id];
      const { order } = commandOf(id);
      return {
        ...face(id),
        icon: <Icon aria-hidden="true" />,
        run: () => {
          if (order) orders.obey(order);
        },
      };
    },
    [face, orders],
  );
}
