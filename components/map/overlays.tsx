"use client";

import { useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { lazyPart } from "@/components/ui/lazy-part";
import { useEditorUi } from "./editor-ui";
import type { GridStore } from "./grid/grid-store";
import type { Orders } from "./grid/use-orders";
import type { Structure } from "./grid/use-structure";

const AddLaneDialog = lazyPart(
  async () => (await import("./menus/add-lane-dialog")).AddLaneDialog,
);
const CellHintDialog = lazyPart(
  async () => (await import("./lanes/cell-hint-dialog")).CellHintDialog,
);
const ChannelPicker = lazyPart(
  async () => (await import("./menus/channel-picker")).ChannelPicker,
);
const CurveDialog = lazyPart(
  async () => (await import("./emotion/curve-dialog")).CurveDialog,
);
const FactsDialog = lazyPart(
  async () => (await import("./facts/facts-dialog")).FactsDialog,
);
const GridMenu = lazyPart(
  async () => (await import("./menus/grid-menu")).GridMenu,
);
const KeysDialog = lazyPart(
  async () => (await import("./menus/keys-dialog")).KeysDialog,
);
const LaneSettings = lazyPart(
  async () => (await import("./menus/lane-settings")).LaneSettings,
);
const MapLanguage = lazyPart(
  async () => (await import("./menus/map-language")).MapLanguage,
);
const MapViewer = lazyPart(
  async () => (await import("./facts/map-viewer")).MapViewer,
);
const MapPalette = lazyPart(
  async () => (await import("./menus/map-palette")).MapPalette,
);
const MoveToDialog = lazyPart(
  async () => (await import("./menus/move-to-dialog")).MoveToDialog,
);
const OwnerPicker = lazyPart(
  async () => (await import("./menus/owner-picker")).OwnerPicker,
);
const PasteDialog = lazyPart(
  async () => (await import("./menus/paste-dialog")).PasteDialog,
);
const PasteLaneDialog = lazyPart(
  async () => (await import("./menus/paste-lane-dialog")).PasteLaneDialog,
);
const StageSettings = lazyPart(
  async () => (await import("./menus/stage-settings")).StageSettings,
);
const TrashDialog = lazyPart(
  async () => (await import("./menus/trash-dialog")).TrashDialog,
);
const TrayDialog = lazyPart(
  async () => (await import("./menus/tray-dialog")).TrayDialog,
);

const SaveTemplate = lazyPart(
  async () => (await import("./menus/save-template")).SaveTemplate,
);
const FeelMenu = lazyPart(
  async () => (await import("./menus/feel-menu")).FeelMenu,
);
const FilterPanel = lazyPart(
  async () => (await import("./seeing/filter/filter-panel")).FilterPanel,
);
const PresentSeen = lazyPart(
  async () => (await import("./seeing/present/present-seen")).PresentSeen,
);
const PrintSeen = lazyPart(
  async () => (await import("./seeing/print/print-seen")).PrintSeen,
);
const PeopleDialog = lazyPart(
  async () => (await import("./seeing/together/people-dialog")).PeopleDialog,
);
const ViewsPanel = lazyPart(
  async () => (await import("./seeing/views/views-panel")).ViewsPanel,
);

interface OverlaysProps {
  readonly store: GridStore;
  readonly orders: Orders;
  readonly structure: Structure;
}

/** The one thing that is open above the map. */
export function Overlays({ store, orders, structure }: OverlaysProps) {
  const { overlay, close } = useEditorUi();
  useFocusHome(overlay !== null, store);
  if (!overlay) return null;
  // At once, because what is open holds the focus until it is gone, and the next step may want it elsewhere.
  const onClose = () => flushSync(() => close(overlay));
  switch (overlay.kind) {
    case "menu":
      return (
        <GridMenu at={overlay.at} {...{ store, orders, structure, onClose }} />
      );
    case "add-lane":
      return <AddLaneDialog before={overlay.before} {...{ store, onClose }} />;
    case "lane-settings":
      return (
        <LaneSettings laneId={overlay.laneId} {...{ structure, onClose }} />
      );
    case "stage-settings":
      return (
        <StageSettings stageId={overlay.stageId} {...{ structure, onClose }} />
      );
    case "move-to":
      return (
        <MoveToDialog subjects={overlay.subjects} {...{ structure, onClose }} />
      );
    case "owner":
      return (
        <OwnerPicker
          touchpointIds={overlay.touchpointIds}
          taskIds={overlay.taskIds}
          at={overlay.at}
          {...{ onClose }}
        />
      );
    case "channels":
      return (
        <ChannelPicker
          touchpointIds={overlay.touchpointIds}
          at={overlay.at}
          {...{ onClose }}
        />
      );
    case "feel":
      return <FeelMenu {...overlay} {...{ onClose }} />;
    case "facts":
      return <FactsDialog {...overlay} {...{ onClose }} />;
    case "cell-hint":
      return <CellHintDialog {...overlay} {...{ onClose }} />;
    case "viewer":
      return <MapViewer {...overlay} {...{ onClose }} />;
    case "paste":
      return <PasteDialog plan={overlay.plan} {...{ onClose }} />;
    case "paste-lane":
      return (
        <PasteLaneDialog
          block={overlay.block}
          after={overlay.after}
          {...{ store, onClose }}
        />
      );
    case "curve":
      return <CurveDialog {...{ onClose }} />;
    case "save-template":
      return <SaveTemplate {...{ onClose }} />;
    case "language":
      return <MapLanguage {...{ onClose }} />;
    case "filter":
      return <FilterPanel {...{ orders, onClose }} />;
    case "views":
      return <ViewsPanel {...{ onClose }} />;
    case "present":
      return <PresentSeen {...{ onClose }} />;
    case "print":
      return <PrintSeen {...{ onClose }} />;
    case "people":
      return <PeopleDialog {...{ onClose }} />;
    case "keys":
      return <KeysDialog {...{ onClose }} />;
    case "palette":
      return <MapPalette {...{ store, orders, structure, onClose }} />;
    case "tray":
      return <TrayDialog {...{ structure, onClose }} />;
    case "trash":
      return <TrashDialog {...{ store, onClose }} />;
  }
}

/** When the last overlay closes and nobody else takes the focus, it goes back to the selected cell. */
function useFocusHome(isOpen: boolean, store: GridStore): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (isOpen || !wasOpen.current) {
      wasOpen.current = isOpen;
      return;
    }
    wasOpen.current = false;
    // What closed gives the focus back in the next frame, if it knows to whom; so one frame later it is clear.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (document.activeElement === document.body) store.focus();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [isOpen, store]);
}
