"use client";

import { useTranslations } from "next-intl";
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { CSSProperties } from "react";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import { columnWidths } from "../drawing/column-widths";
import { EmptyMap } from "./empty-map";
import { GridContext } from "./grid-context";
import type { GridAccess } from "./grid-context";
import type { GridStore } from "./grid-store";
import { HeadingRows } from "./heading-rows";
import { LaneRow } from "./lane-row";
import { PictureList } from "../clipboard/picture-list";
import { usePastePictures } from "../clipboard/use-paste-pictures";
import { useClipboard } from "../clipboard/use-clipboard";
import { AddLaneButton, AddStageButton } from "./add-buttons";
import { DropLine } from "./drop-line";
import { HEADING_ROWS } from "./shape";
import { useGridDrag } from "./use-grid-drag";
import { useGridKeys } from "./use-grid-keys";
import { useGridPointer } from "./use-grid-pointer";
import type { Orders } from "./use-orders";
import type { Structure } from "./use-structure";

interface MapGridProps {
  readonly store: GridStore;
  readonly orders: Orders;
  readonly structure: Structure;
}

/** The map: one grid, one tab stop, stages on top and lanes at the side that stay in view. */
export function MapGrid({ store, orders, structure }: MapGridProps) {
  const t = useTranslations("map");
  const shape = useSyncExternalStore(
    store.subscribe,
    store.getShape,
    store.getShape,
  );
  const title = useJourneyMap((map) => map.meta.title);
  const locale = useJourneyMap((map) => map.meta.locale);
  const canWrite = useCanWrite();
  const keys = useGridKeys({ store, orders, structure });
  const pointer = useGridPointer(store, orders);
  const root = useRef<HTMLDivElement>(null);
  const [coming] = useState(() => new PictureList());
  const pastePictures = usePastePictures(store, coming);
  const clipboard = useClipboard({ store, orders, pastePictures });
  useGridDrag(root, store, structure);
  useFocus(store, root);
  const access = useMemo<GridAccess>(
    () => ({
      store,
      canWrite,
      coming,
      words: {
        addCard: t("add.card"),
        menu: t("menu.open"),
        picked: t("many.picked"),
      },
    }),
    [store, canWrite, coming, t],
  );
  const isEmpty = shape.stages.length === 0 && shape.lanes.length === 0;

  return (
    <GridContext value={access}>
      <div
        ref={root}
        data-map-scroll=""
        data-region="map"
        style={useMemo(() => columnWidths(shape), [shape]) as CSSProperties}
        className="relative min-h-0 flex-1 scroll-pt-24 scroll-pb-4 scroll-pl-(--head) overflow-auto overscroll-contain bg-surface"
      >
        {isEmpty ? (
          <EmptyMap structure={structure} />
        ) : (
          <div className="flex w-max min-w-full">
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
                <HeadingRows shape={shape} />
                <div role="rowgroup">
                  {shape.lanes.map((lane, index) => (
                    <LaneRow key={lane.key} {...{ lane, shape, index }} />
                  ))}
                </div>
              </div>
              <AddLaneButton />
            </div>
            <AddStageButton structure={structure} />
          </div>
        )}
        <DropLine root={root} />
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
  const seen = useRef(steps);
  const wasInside = useRef(false);
  useLayoutEffect(() => {
    const isLost =
      wasInside.current && document.activeElement === document.body;
    if (steps === seen.current && !isLost) return;
    seen.current = steps;
    const { edit, card } = store.getState();
    if (edit) return;
    const active = root.current?.querySelector<HTMLElement>(
      card === null ? '[data-mark="active"]' : `[data-card="${card}"]`,
    );
    active?.focus({ preventScroll: true });
    active?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }, [steps, shape, store, root]);
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
