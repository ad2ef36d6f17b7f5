"use client";

import { useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { useEditorUi } from "./editor-ui";
import type { GridStore } from "./grid/grid-store";
import type { Orders } from "./grid/use-orders";
import type { Structure } from "./grid/use-structure";
import { AddLaneDialog } from "./menus/add-lane-dialog";
import { ChannelPicker } from "./menus/channel-picker";
import { GridMenu } from "./menus/grid-menu";
import { KeysDialog } from "./menus/keys-dialog";
import { LaneSettings } from "./menus/lane-settings";
import { MoveToDialog } from "./menus/move-to-dialog";
import { OwnerPicker } from "./menus/owner-picker";
import { PasteDialog } from "./menus/paste-dialog";
import { StageSettings } from "./menus/stage-settings";
import { TrashDialog } from "./menus/trash-dialog";
import { TrayDialog } from "./menus/tray-dialog";

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
    case "paste":
      return <PasteDialog plan={overlay.plan} {...{ onClose }} />;
    case "keys":
      return <KeysDialog {...{ onClose }} />;
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
