"use client";

import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from "react";
import type { ComponentType, ReactNode } from "react";
import { usePaletteKey } from "@/components/palette/use-palette-key";
import { ClosedNotice } from "@/components/room/closed-notice";
import { RecoveryNotice } from "@/components/room/recovery-notice";
import { UpdateNotice } from "@/components/room/update-notice";
import { useReadingMode } from "@/components/room/reading-mode";
import { useRoom } from "@/components/room/room-context";
import {
  useCanWrite,
  useLooksWritable,
} from "@/components/room/use-room-state";
import { lazyPart } from "@/components/ui/lazy-part";
import type { ViewItem } from "@/lib/api/views";
import type { PersonaId } from "@/lib/journey/ids";
import { PictureList } from "./clipboard/picture-list";
import { EarlyGate } from "./early/early-gate";
import { EditorUiContext, useEditorUi } from "./editor-ui";
import type { EditorUi, OpenRecord, Overlay, WantedRecord } from "./editor-ui";
import { usePrintKey } from "./seeing/print/use-print-key";
import { LateSheet } from "./seeing/print/late-sheet";
import { PrintGate } from "./seeing/print/print-gate";
import { TogetherGate } from "./seeing/together/together-gate";
import { TipBar } from "./guide/tip-bar";
import { GridStore } from "./grid/grid-store";
import { MapGrid } from "./grid/map-grid";
import { Desk } from "./hands/desk";
import { HandsGate } from "./hands/hands-gate";
import { EditorHeader } from "./header/editor-header";
import { HintBar } from "./header/hint-bar";
import { ScenarioBar } from "./header/scenario-bar";
import { HiddenPersonas, useHiddenInSight } from "./hidden-personas";
import {
  SeeingContext,
  useNewSeeing,
  useSeeing,
} from "./seeing/seeing-context";
import { SightBar } from "./seeing/sight-bar";
import { useViewAddress, useViewGone } from "./seeing/use-view-address";
import { MapFoot } from "./seeing/map-foot";
import { OutlineSkeleton } from "./outline/outline-skeleton";
import { Overlays } from "./overlays";
import { SelectionBar } from "./selection-bar";
import { useGoToAnchor } from "./use-go-to-anchor";
import { useOpenAtFirst } from "./use-open-at-first";
import { useRegions } from "./use-regions";
import { useTellHand } from "./use-tell-hand";
import { useTellPlace } from "./use-tell-place";
import type { EditOtherProps } from "./views/edit-other";
import { LateView } from "./views/late-view";
import { useView } from "./views/use-view";
import type { MapView } from "@/lib/views/views";

const CardPanel = lazyPart(
  async () => (await import("@/components/touchpoint/card-panel")).CardPanel,
);
const ConversationPanel = lazyPart(
  async () =>
    (await import("@/components/conversation/conversation-panel"))
      .ConversationPanel,
);
const GuidePanel = lazyPart(
  async () => (await import("./guide/guide-panel")).GuidePanel,
);
const TouchpointPanel = lazyPart(
  async () =>
    (await import("@/components/touchpoint/touchpoint-panel")).TouchpointPanel,
);

/** Whoever sees the grid needs none of them, and a phone has a skeleton of its list until they are here. */
const OTHERS = {
  other: async (): Promise<ComponentType<EditOtherProps>> =>
    (await import("./views/edit-other")).EditOther,
};

interface EditorFrameProps {
  readonly singleKeys: boolean;
  readonly opens?: WantedRecord | null;
  /** The view that the address asks for. */
  readonly asks?: MapView | null;
  /** The saved view that the address asks for. */
  readonly saved?: ViewItem | null;
  readonly isSavedGone?: boolean;
  readonly freshness?: ReactNode;
  readonly actions?: ReactNode;
  /** Tips that this person has put away; absent where none are shown. */
  readonly dismissedTips?: readonly string[];
}

/** Header, map, and what opens beside and above them. */
export function EditorFrame({
  singleKeys,
  opens = null,
  asks = null,
  saved = null,
  isSavedGone = false,
  freshness,
  actions,
  dismissedTips,
}: EditorFrameProps) {
  const { journeyId, me } = useRoom();
  const { view, views, showView } = useView({
    key: `waymark:view:${journeyId}:${me.id}`,
    asked: asks,
  });
  const [overlay, show] = useState<Overlay | null>(null);
  const [record, openRecord] = useState<OpenRecord | null>(null);
  const seeing = useNewSeeing(saved);
  useViewGone(isSavedGone);
  const [hidden, toggle] = useHiddenInSight(seeing);
  const close = useCallback(
    (shown: Overlay) => show((current) => (current === shown ? null : current)),
    [],
  );
  const ui = useMemo<EditorUi>(
    () => ({
      overlay,
      record,
      singleKeys,
      view,
      views,
      show,
      close,
      openRecord,
      showView,
    }),
    [overlay, record, singleKeys, close, view, views, showView],
  );
  return (
    <EditorUiContext value={ui}>
      <SeeingContext value={seeing}>
        <HiddenPersonas value={hidden}>
          <Workbench
            freshness={freshness}
            actions={actions}
            dismissedTips={dismissedTips}
            opens={opens}
            record={record}
            hidden={hidden}
            onToggle={toggle}
          />
        </HiddenPersonas>
      </SeeingContext>
    </EditorUiContext>
  );
}

interface WorkbenchProps {
  readonly freshness?: ReactNode;
  readonly actions?: ReactNode;
  readonly dismissedTips?: readonly string[];
  readonly opens: WantedRecord | null;
  readonly record: OpenRecord | null;
  readonly hidden: ReadonlySet<PersonaId>;
  readonly onToggle: (id: PersonaId) => void;
}

function Workbench({
  freshness,
  actions,
  dismissedTips,
  opens,
  record,
  hidden,
  onToggle,
}: WorkbenchProps) {
  const store = useGridStore();
  const [desk] = useState(() => new Desk(store));
  const [coming] = useState(() => new PictureList());
  const { structure, orders } = desk;
  useTellPlace(store);
  useTellHand(store);
  useRegions();
  useOpenAtFirst(opens, store);
  useViewAddress();
  const { show, view } = useEditorUi();
  usePrintKey(useCallback(() => show({ kind: "print" }), [show]));
  const { isOffered } = useReadingMode();
  const mayWrite = useLooksWritable();
  usePaletteKey(useCallback(() => show({ kind: "palette" }), [show]));
  return (
    // Zoomed in or held sideways, a phone has no height to spare: there all of it scrolls.
    <div className="flex h-full min-h-0 flex-col bg-paper max-sm:[@media(max-height:30rem)]:block max-sm:[@media(max-height:30rem)]:overflow-y-auto">
      <EditorHeader {...{ orders, freshness, actions }} />
      <UpdateNotice onGone={store.focus} />
      <RecoveryNotice />
      <ScenarioBar {...{ hidden, onToggle, orders, freshness }} />
      <SightBar orders={orders} onGone={store.focus} />
      {dismissedTips && isOffered && mayWrite ? (
        <TipBar dismissed={dismissedTips} onGone={store.focus} />
      ) : null}
      <div className="relative flex min-h-0 flex-1 max-sm:[@media(max-height:30rem)]:block">
        {view === "map" ? (
          <>
            <OutlineSkeleton />
            <div className="flex min-h-0 min-w-0 flex-1 max-sm:hidden">
              <MapGrid {...{ store, desk, coming }} />
            </div>
          </>
        ) : (
          <LateView
            name="other"
            loaders={OTHERS}
            of={{ view, structure }}
            waiting={view === "outline" ? <OutlineSkeleton /> : undefined}
          />
        )}
        {record ? <Record {...{ record, store }} /> : null}
        {view === "map" ? (
          <>
            <HintBar store={store} />
            <SelectionBar {...{ store, structure }} />
          </>
        ) : null}
      </div>
      {view === "map" ? <MapFoot {...{ store, orders }} /> : null}
      <Overlays {...{ store, orders, structure }} />
      <HandsGate {...{ desk, store, coming }} />
      <EarlyGate store={store} />
      <TogetherGate />
      <PrintGate Sheet={LateSheet} />
      <ClosedNotice />
    </div>
  );
}

interface RecordProps {
  readonly record: OpenRecord;
  readonly store: GridStore;
}

function Record({ record, store }: RecordProps) {
  const { openRecord } = useEditorUi();
  const close = () => openRecord(null);
  const goTo = useGoToAnchor(store);
  if (record.kind === "guide")
    return <GuidePanel tab={record.tab} {...{ store }} onClose={close} />;
  if (record.kind === "conversation")
    return (
      <ConversationPanel
        key={record.about?.id ?? record.threadId ?? "all"}
        about={record.about}
        threadId={record.threadId}
        onWiden={() => openRecord({ ...record, about: null })}
        onGo={({ anchor }) => goTo(anchor)}
        onClose={close}
      />
    );
  return record.kind === "card" ? (
    <CardPanel
      key={record.id}
      cardId={record.id}
      onClose={close}
      onOpen={(id) => openRecord({ kind: "card", id })}
      onOpenRecord={openRecord}
    />
  ) : (
    <TouchpointPanel
      touchpointId={record.id}
      onClose={close}
      onOpen={(id) => openRecord({ kind: "touchpoint", id })}
      onOpenRecord={openRecord}
      wantsEvidence={record.part === "evidence" ? record : null}
    />
  );
}

function useGridStore(): GridStore {
  const { source } = useRoom();
  const { sights } = useSeeing();
  const canWrite = useCanWrite();
  const looksWritable = useLooksWritable();
  const [store] = useState(() => new GridStore(source, sights, looksWritable));
  useLayoutEffect(() => {
    store.allowWriting(canWrite);
    store.lookWritable(looksWritable);
  }, [store, canWrite, looksWritable]);
  useEffect(() => store.connect(), [store]);
  return store;
}
