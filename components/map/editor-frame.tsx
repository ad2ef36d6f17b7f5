"use client";

import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from "react";
import type { ReactNode } from "react";
import { ClosedNotice } from "@/components/room/closed-notice";
import { useRoom } from "@/components/room/room-context";
import { useCanWrite } from "@/components/room/use-room-state";
import { CardPanel } from "@/components/touchpoint/card-panel";
import { TouchpointPanel } from "@/components/touchpoint/touchpoint-panel";
import { useMediaQuery } from "@/components/touchpoint/use-media-query";
import type { PersonaId } from "@/lib/journey/ids";
import { EditorUiContext, useEditorUi } from "./editor-ui";
import type { EditorUi, OpenRecord, Overlay, WantedRecord } from "./editor-ui";
import { GridStore } from "./grid/grid-store";
import { MapGrid } from "./grid/map-grid";
import { useOrders } from "./grid/use-orders";
import { useStructure } from "./grid/use-structure";
import { EditorHeader } from "./header/editor-header";
import { HintBar } from "./header/hint-bar";
import { ScenarioBar } from "./header/scenario-bar";
import { HiddenPersonas } from "./hidden-personas";
import { OutlineSkeleton } from "./outline/outline-skeleton";
import { EditOutline } from "./outline/edit-outline";
import { Overlays } from "./overlays";
import { SelectionBar } from "./selection-bar";
import { useOpenAtFirst } from "./use-open-at-first";
import { useRegions } from "./use-regions";
import { useTellPlace } from "./use-tell-place";

interface EditorFrameProps {
  readonly singleKeys: boolean;
  readonly opens?: WantedRecord | null;
  readonly actions?: ReactNode;
}

/** Header, map, and what opens beside and above them. */
export function EditorFrame({
  singleKeys,
  opens = null,
  actions,
}: EditorFrameProps) {
  const [overlay, show] = useState<Overlay | null>(null);
  const [record, openRecord] = useState<OpenRecord | null>(null);
  const [hidden, toggle] = useHidden();
  const close = useCallback(
    (shown: Overlay) => show((current) => (current === shown ? null : current)),
    [],
  );
  const ui = useMemo<EditorUi>(
    () => ({ overlay, record, singleKeys, show, close, openRecord }),
    [overlay, record, singleKeys, close],
  );
  return (
    <EditorUiContext value={ui}>
      <HiddenPersonas value={hidden}>
        <Workbench
          actions={actions}
          opens={opens}
          record={record}
          hidden={hidden}
          onToggle={toggle}
        />
      </HiddenPersonas>
    </EditorUiContext>
  );
}

function useHidden(): [ReadonlySet<PersonaId>, (id: PersonaId) => void] {
  const [hidden, setHidden] = useState<ReadonlySet<PersonaId>>(new Set());
  const toggle = useCallback(
    (id: PersonaId) =>
      setHidden((before) =>
        before.has(id)
          ? new Set([...before].filter((other) => other !== id))
          : new Set([...before, id]),
      ),
    [],
  );
  return [hidden, toggle];
}

interface WorkbenchProps {
  readonly actions?: ReactNode;
  readonly opens: WantedRecord | null;
  readonly record: OpenRecord | null;
  readonly hidden: ReadonlySet<PersonaId>;
  readonly onToggle: (id: PersonaId) => void;
}

function Workbench({
  actions,
  opens,
  record,
  hidden,
  onToggle,
}: WorkbenchProps) {
  const store = useGridStore();
  const structure = useStructure(store);
  const orders = useOrders(store, structure);
  useTellPlace(store);
  useRegions();
  useOpenAtFirst(opens, store);
  const isPhone = useMediaQuery("(max-width: 639px)");
  return (
    // Zoomed in or held sideways, a phone has no height to spare: there all of it scrolls.
    <div className="flex h-full min-h-0 flex-col bg-paper max-sm:[@media(max-height:30rem)]:block max-sm:[@media(max-height:30rem)]:overflow-y-auto">
      <EditorHeader orders={orders} actions={actions} />
      <ScenarioBar hidden={hidden} onToggle={onToggle} />
      <div className="relative flex min-h-0 flex-1 max-sm:[@media(max-height:30rem)]:block">
        {isPhone ? (
          <EditOutline structure={structure} />
        ) : (
          <>
            <OutlineSkeleton />
            <div className="flex min-h-0 min-w-0 flex-1 max-sm:hidden">
              <MapGrid {...{ store, orders, structure }} />
            </div>
          </>
        )}
        {record ? <Record record={record} /> : null}
        <HintBar store={store} />
        <SelectionBar {...{ store, structure }} />
      </div>
      <Overlays {...{ store, orders, structure }} />
      <ClosedNotice />
    </div>
  );
}

function Record({ record }: { readonly record: OpenRecord }) {
  const { openRecord } = useEditorUi();
  const close = () => openRecord(null);
  return record.kind === "card" ? (
    <CardPanel
      key={record.id}
      cardId={record.id}
      onClose={close}
      onOpen={(id) => openRecord({ kind: "card", id })}
    />
  ) : (
    <TouchpointPanel
      touchpointId={record.id}
      onClose={close}
      onOpen={(id) => openRecord({ kind: "touchpoint", id })}
    />
  );
}

function useGridStore(): GridStore {
  const { source } = useRoom();
  const canWrite = useCanWrite();
  const [store] = useState(() => new GridStore(source));
  useLayoutEffect(() => store.allowWriting(canWrite), [store, canWrite]);
  useEffect(() => store.connect(), [store]);
  return store;
}
