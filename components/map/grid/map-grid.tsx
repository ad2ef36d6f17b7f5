"use client";

import { useTranslations } from "next-intl";
import {
  Activity,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from "react";
import type { CSSProperties } from "react";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import { columnWidths } from "../drawing/column-widths";
import { useColumnWidths } from "../drawing/use-columns";
import { Awake } from "../early/awake";
import { EmptyMap } from "./empty-map";
import { GridContext } from "./grid-context";
import type { GridAccess } from "./grid-context";
import type { GridStore } from "./grid-store";
import { HeadingRows } from "./heading-rows";
import { LaneRow } from "./lane-row";
import type { PictureList } from "../clipboard/picture-list";
import { useEarlyClipboard } from "../clipboard/use-early-clipboard";
import type { Desk } from "../hands/desk";
import { AddLaneButton, AddStageButton } from "./add-buttons";
import { DropGate } from "./drop-gate";
import { cellName, cellOf, HEADING_ROWS } from "./shape";
import { useLaneEdges } from "../lanes/use-lane-edges";
import { useColumnResize } from "./use-column-resize";
import { useGridDrag } from "./use-grid-drag";
import { useGridKeys } from "./use-grid-keys";
import { useGridPointer } from "./use-grid-pointer";
import { NothingMatches } from "../seeing/nothing-matches";
import { useElement, useLooking } from "../seeing/use-looking";
import { useKeepInSight } from "./use-keep-in-sight";
import { useLanesDrawn } from "./use-lanes-drawn";
import { useLanesLaidOut } from "./use-lanes-laid-out";
import { useSweep } from "./use-sweep";

interface MapGridProps {
  readonly store: GridStore;
  readonly desk: Desk;
  /** Files that will stand on the map. */
  readonly coming: PictureList;
}

/** The map: one grid, one tab stop, stages on top and lanes at the side that stay in view. */
export function MapGrid({ store, desk, coming }: MapGridProps) {
  const t = useTranslations("map");
  const shape = useSyncExternalStore(
    store.subscribe,
    store.getShape,
    store.getShape,
  );
  const title = useJourneyMap((map) => map.meta.title);
  const locale = useJourneyMap((map) => map.meta.locale);
  const canWrite = useCanWrite();
  const drawn = useLanesDrawn(store, shape);
  const { structure } = desk;
  const keys = useGridKeys({ store, desk });
  const pointer = useGridPointer(store, desk);
  const root = useRef<HTMLDivElement>(null);
  useLanesLaidOut(root, drawn >= shape.lanes.length);
  const clipboard = useEarlyClipboard(desk);
  useGridDrag(root, store, desk);
  useSweep(root, store);
  useColumnResize(root);
  useLaneEdges(root, desk);
  const widths = useColumnWidths();
  const [content, setContent] = useElement();
  useLooking({ frame: root, content });
  useFocus(store, root);
  useKeepInSight(root);
  const access = useMemo<GridAccess>(
    () => ({
      store,
      coming,
      words: {
        addCard: t("add.card"),
        menu: t("menu.open"),
        picked: t("many.picked"),
      },
    }),
    [store, coming, t],
  );
  // The same as long as they are: what has not come alive yet would have to at once for whatever is drawn around it.
  const headings = useMemo(
    () => (
      <Activity>
        <Awake row="stages" />
        <Awake row="touchpoints" />
        <HeadingRows shape={shape} />
      </Activity>
    ),
    [shape],
  );
  const isEmpty = useJourneyMap(
    ({ stages, lanes }) => stages.length === 0 && lanes.length === 0,
  );

  return (
    <GridContext value={access}>
      <div
        ref={root}
        data-map-scroll=""
        data-region="map"
        style={
          useMemo(
            () => columnWidths(shape, widths),
            [shape, widths],
          ) as CSSProperties
        }
        className="relative min-h-0 flex-1 contain-strict touch-pan-x touch-pan-y scroll-pt-[calc(6rem*var(--zoom,1))] scroll-pb-4 scroll-pl-[calc(var(--head)*var(--zoom,1))] overflow-auto overscroll-contain bg-surface data-[pan=dragging]:cursor-grabbing data-[pan=ready]:cursor-grab [&[data-pan=dragging]_*]:cursor-grabbing! [&[data-pan=ready]_*]:cursor-grab!"
      >
        {isEmpty ? (
          <EmptyMap structure={structure} />
        ) : (
          <div ref={setContent} className="flex w-max min-w-full">
            <div>
              <div
                role="grid"
                aria-label={t("grid.label", {
                  title: title || t("untitled.map"),
                })}
                aria-rowcount={shape.lanes.length + HEADING_ROWS}
                aria-colcount={shape.leaves.length + 1}
                aria-multiselectable="true"
                aria-readonly={!canWrite}
                lang={locale}
                data-testid="map-grid"
                {...keys}
                {...pointer}
                {...clipboard}
              >
                {headings}
                <div role="rowgroup">
                  {shape.lanes.map((lane, index) => (
                    <LaneRow
                      key={lane.key}
                      {...{ lane, shape, index }}
                      isDrawn={index < drawn}
                    />
                  ))}
                </div>
              </div>
              <AddLaneButton />
            </div>
            {shape.stages.length === 0 ? (
              <NothingMatches onGone={store.focus} />
            ) : null}
            <AddStageButton structure={structure} />
          </div>
        )}
        <DropGate root={root} />
      </div>
    </GridContext>
  );
}

/** Focus follows the selection, but only one that the reader moved: a colleague's edit never takes it. */
function useFocus(
  store: GridStore,
  root: React.RefObject<HTMLElement | null>,
): void {
  const steps = useSyncExternalStore(
    store.subscribe,
    store.getSteps,
    store.getSteps,
  );
  const shape = useSyncExternalStore(
    store.subscribe,
    store.getShape,
    store.getShape,
  );
  // A card that goes changes no column and no row.
  const held = useSyncExternalStore(
    store.subscribe,
    () => store.getState().card,
    () => null,
  );
  const seen = useRef(steps);
  const wasInside = useRef(false);
  useLayoutEffect(() => {
    const isLost =
      wasInside.current && document.activeElement === document.body;
    if (steps === seen.current && !isLost) return;
    seen.current = steps;
    const { edit, card } = store.getState();
    if (edit) return;
    // By its name, not by its mark: a lane that has not come alive yet does so when the focus reaches it.
    const cell = cellOf(store.getShape(), store.getState().point);
    const active = root.current?.querySelector<HTMLElement>(
      card !== null
        ? `[data-card="${card}"]`
        : cell
          ? `[data-cell="${cellName(cell)}"]`
          : '[data-mark="active"]',
    );
    active?.focus({ preventScroll: true });
    active?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }, [steps, shape, held, store, root]);
  useEffect(() => {
    // A cell that is removed takes the focus with it and says nothing.
    const follow = ({ target }: FocusEvent) => {
      wasInside.current =
        target instanceof Node && (root.current?.contains(target) ?? false);
    };
    document.addEventListener("focusin", follow);
    return () => document.removeEventListener("focusin", follow);
  }, [root]);
}
