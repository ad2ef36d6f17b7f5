"use client";

import { createContext, useContext } from "react";
import type { CardId, LaneId, StageId, TouchpointId } from "@/lib/journey/ids";
import type { Subject } from "./grid/places";
import type { PastePlan } from "./clipboard/paste-plan";

/** A spot on the screen beside which something small opens. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What is open above or beside the map; one thing at a time. */
export type Overlay =
  | { readonly kind: "menu"; readonly at: Spot }
  | { readonly kind: "add-lane"; readonly before: LaneId | null }
  | { readonly kind: "lane-settings"; readonly laneId: LaneId }
  | { readonly kind: "stage-settings"; readonly stageId: StageId }
  | { readonly kind: "move-to"; readonly subjects: readonly Subject[] }
  | {
      readonly kind: "owner";
      readonly touchpointIds: readonly TouchpointId[];
      /** Cards that become tasks of that person. */
      readonly taskIds: readonly CardId[];
      readonly at: Spot;
    }
  | {
      readonly kind: "channels";
      readonly touchpointIds: readonly TouchpointId[];
      readonly at: Spot;
    }
  | { readonly kind: "paste"; readonly plan: PastePlan }
  | { readonly kind: "keys" }
  | { readonly kind: "tray" }
  | { readonly kind: "trash" };

/** The record that stands open beside the map. */
export type OpenRecord =
  | { readonly kind: "touchpoint"; readonly id: TouchpointId }
  | { readonly kind: "card"; readonly id: CardId };

/** A record that somebody asks for by its address; nobody knows whether it is there. */
export interface WantedRecord {
  readonly kind: OpenRecord["kind"];
  readonly id: string;
}

export interface EditorUi {
  readonly overlay: Overlay | null;
  readonly record: OpenRecord | null;
  readonly singleKeys: boolean;
  readonly show: (overlay: Overlay) => void;
  /** Closes that one, if nothing else was opened since. */
  readonly close: (overlay: Overlay) => void;
  readonly openRecord: (record: OpenRecord | null) => void;
}

export const EditorUiContext = createContext<EditorUi | null>(null);

export function useEditorUi(): EditorUi {
  const ui = useContext(EditorUiContext);
  if (!ui) throw new Error("a JourneyEditor is missing above this component");
  return ui;
}
