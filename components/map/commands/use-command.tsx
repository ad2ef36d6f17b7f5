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
  MessageSquare,
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
import { useCallback } from "react";
import type { ReactNode } from "react";
import type { Orders } from "../grid/use-orders";
import type { DoableId } from "./map-commands";
import { useDoable } from "./use-doable";
import type { DoableCommand } from "./use-doable";

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
  comment: MessageSquare,
  history: History,
  trash: Trash2,
  palette: Search,
  help: Keyboard,
};

/** A command as it can be offered in a list. */
export interface OfferedCommand extends DoableCommand {
  readonly icon: ReactNode;
}

/** Commands as menus and the palette offer them, with their pictures. */
export function useOffered(orders: Orders): (id: DoableId) => OfferedCommand {
  const doable = useDoable(orders);
  return useCallback(
    (id) => {
      const Icon = ICONS[id];
      return { ...doable(id), icon: <Icon aria-hidden="true" /> };
    },
    [doable],
  );
}
