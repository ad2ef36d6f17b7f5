"use client";

import { createContext, useContext } from "react";
import type { AnchorRef } from "@/lib/api/comments";
import type { CopiedLaneBlock } from "@/lib/formats/copied-cells";
import type {
  CardId,
  ColumnId,
  EntityId,
  LaneId,
  PersonaId,
  StageId,
  TouchpointId,
} from "@/lib/journey/ids";
import type { Emotion } from "@/lib/journey/vocabulary";
import type { Subject } from "./grid/places";
import type { MapView } from "@/lib/views/views";
import type { ShowView } from "./views/use-view";
import type { PastePlan } from "./clipboard/paste-plan";

/** A spot on the screen beside which something small opens. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What a card or a touchpoint's message says besides its words. */
export interface FactsOverlay {
  readonly kind: "facts";
  readonly of:
    | { readonly kind: "card"; readonly id: CardId }
    | { readonly kind: "message"; readonly id: TouchpointId };
  readonly at: Spot;
}

/** The hint of one cell. */
export interface HintOverlay {
  readonly kind: "cell-hint";
  readonly laneId: LaneId;
  readonly columnId: ColumnId;
  readonly at: Spot;
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
  /** Who of several feels this. */
  | {
      readonly kind: "feel";
      readonly touchpointId: TouchpointId;
      readonly value: Emotion;
      readonly personaIds: readonly PersonaId[];
      readonly at: Spot;
    }
  | FactsOverlay
  | HintOverlay
  | { readonly kind: "viewer"; readonly on: EntityId; readonly first: string }
  | { readonly kind: "paste"; readonly plan: PastePlan }
  | {
      readonly kind: "paste-lane";
      readonly block: CopiedLaneBlock;
      readonly after: LaneId | null;
    }
  | { readonly kind: "curve" }
  | { readonly kind: "save-template" }
  | { readonly kind: "language" }
  | { readonly kind: "keys" }
  | { readonly kind: "palette" }
  | { readonly kind: "filter" }
  | { readonly kind: "views" }
  | { readonly kind: "people" }
  | { readonly kind: "present" }
  | { readonly kind: "print" }
  | { readonly kind: "tray" }
  | { readonly kind: "trash" };

/** What people talk about: the map itself, or a thing on it. */
export type Anchor = AnchorRef;

/** The record that stands open beside the map. */
export type OpenRecord =
  | {
      readonly kind: "touchpoint";
      readonly id: TouchpointId;
      /** The part of it that somebody came for. */
      readonly part?: "evidence";
    }
  | { readonly kind: "card"; readonly id: CardId }
  /** Not a thing of the map, but what is said about it as a whole. */
  | {
      readonly kind: "guide";
      readonly tab: "steps" | "insight" | "evaluation" | "review";
    }
  | {
      readonly kind: "conversation";
      /** The thing that is talked about; null for the whole map. */
      readonly about: Anchor | null;
      /** A thread that somebody came for. */
      readonly threadId: string | null;
    };

/** One that shows a thing of the map, and nothing about it as a whole. */
export type ThingRecord = Extract<
  OpenRecord,
  { readonly kind: "touchpoint" | "card" }
>;

export const isThing = (record: OpenRecord): record is ThingRecord =>
  record.kind === "touchpoint" || record.kind === "card";

/** A record that somebody asks for by its address; nobody knows whether it is there. */
export interface WantedRecord {
  readonly kind: "touchpoint" | "card" | "thread" | "review";
  readonly id: string;
}

export interface EditorUi {
  readonly overlay: Overlay | null;
  readonly record: OpenRecord | null;
  readonly singleKeys: boolean;
  /** How the map is looked at; the grid is there only in the view "map". */
  readonly view: MapView;
  readonly views: readonly MapView[];
  readonly showView: ShowView;
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
