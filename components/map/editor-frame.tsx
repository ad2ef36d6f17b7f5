"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import { ClosedNotice } from "@/components/room/closed-notice";
import { useRoom } from "@/components/room/room-context";
import { useCanWrite } from "@/components/room/use-room-state";
import type { PersonaId } from "@/lib/journey/ids";
import { EditorUiContext } from "./editor-ui";
import type { EditorUi, OpenRecord, Overlay } from "./editor-ui";
import { GridStore } from "./grid/grid-store";
import { MapGrid } from "./grid/map-grid";
import { useOrders } from "./grid/use-orders";
import { useStructure } from "./grid/use-structure";
import { EditorHeader } from "./header/editor-header";
import { HiddenPersonas } from "./hidden-personas";

interface EditorFrameProps {
  readonly singleKeys: boolean;
  readonly actions?: ReactNode;
}

/** Header, map, and what opens beside and above them. */
export function EditorFrame({ singleKeys, actions }: EditorFrameProps) {
  const [overlay, show] = useState<Overlay | null>(null);
  const [record, openRecord] = useState<OpenRecord | null>(null);
  const [hidden] = useState<ReadonlySet<PersonaId>>(new Set());
  const ui = useMemo<EditorUi>(
    () => ({ overlay, record, singleKeys, show, openRecord }),
    [overlay, record, singleKeys],
  );
  return (
    <EditorUiContext value={ui}>
      <HiddenPersonas value={hidden}>
        <Workbench actions={actions} />
      </HiddenPersonas>
    </EditorUiContext>
  );
}

function Workbench({ actions }: Pick<EditorFrameProps, "actions">) {
  const store = useGridStore();
  const structure = useStructure(store);
  const orders = useOrders(store, structure);
  return (
    <div className="flex h-full min-h-0 flex-col bg-paper">
      <EditorHeader orders={orders} actions={actions} />
      <MapGrid {...{ store, orders, structure }} />
      <ClosedNotice />
    </div>
  );
}

function useGridStore(): GridStore {
  const { source } = useRoom();
  const canWrite = useCanWrite();
  const latest = useRef(canWrite);
  useEffect(() => {
    latest.current = canWrite;
  }, [canWrite]);
  const [store] = useState(() => new GridStore(source, () => latest.current));
  useEffect(() => store.connect(), [store]);
  return store;
}
