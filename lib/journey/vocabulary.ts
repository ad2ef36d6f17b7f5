export const LANE_KINDS = [
  "text",
  "touchpoint",
  "channel",
  "message",
  "emotion",
  "pain",
  "gain",
  "key-moment",
  "action",
  "opportunity",
  "stakeholder",
  "metric",
  "evidence",
  "blueprint",
  "line",
] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

export const CARD_KINDS = [
  "text",
  "pain",
  "gain",
  "key-moment",
  "action",
  "opportunity",
  "metric",
  "blueprint",
] as const;
export type CardKind = (typeof CARD_KINDS)[number];

export const COLOURS = [
  "grey",
  "yellow",
  "orange",
  "red",
  "pink",
  "purple",
  "blue",
  "green",
] as const;
export type Colour = (typeof COLOURS)[number];

export const MEDIA = ["online", "offline", "both"] as const;
export type Medium = (typeof MEDIA)[number];

/** From very angry to very happy; the five levels are the scale, nothing is finer. */
export const EMOTIONS = [-2, -1, 0, 1, 2] as const;
export type Emotion = (typeof EMOTIONS)[number];

export const MESSAGE_STATUSES = ["to-do", "differs", "matches"] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export const DECISION_STATUSES = [
  "open",
  "accepted",
  "in-work",
  "solved",
  "wont-change",
] as const;
export type DecisionStatus = (typeof DECISION_STATUSES)[number];

export const TASK_STATUSES = ["open", "doing", "done", "dropped"] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

export const OWNER_ROLES = ["responsible", "involved"] as const;
export type OwnerRole = (typeof OWNER_ROLES)[number];

export const JOURNEY_STATES = ["current", "future"] as const;
export type JourneyState = (typeof JOURNEY_STATES)[number];

export const OUTCOMES = ["successful", "unsuccessful", "open"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const VISIBILITIES = ["customer", "frontstage", "backstage"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const SPANS = ["stage", "touchpoint"] as const;
export type Span = (typeof SPANS)[number];

export const HANDLERS = [
  "person",
  "bot",
  "auto-reply",
  "self-service",
] as const;
export type Handler = (typeof HANDLERS)[number];

export const INITIATORS = ["customer", "organisation"] as const;
export type Initiator = (typeof INITIATORS)[number];

export const PLANNED = ["planned", "actual", "both"] as const;
export type Planned = (typeof PLANNED)[number];

/** The three lines of a service blueprint, from the top down. */
export const BLUEPRINT_LINES = [
  "interaction",
  "visibility",
  "internal",
] as const;
export type BlueprintLine = (typeof BLUEPRINT_LINES)[number];

const BY_VISIBILITY: Readonly<Record<Visibility, BlueprintLine>> = {
  customer: "interaction",
  frontstage: "visibility",
  backstage: "internal",
};

/** Which line a lane of that kind is: its visibility is that of what lies above it. */
export function blueprintLine(visibility: Visibility): BlueprintLine {
  return BY_VISIBILITY[visibility];
}

export function lineVisibility(line: BlueprintLine): Visibility {
  return VISIBILITIES.find((one) => BY_VISIBILITY[one] === line) ?? "customer";
}

/** Moments of truth after Carlzon (general), Procter & Gamble (first, second) and Google (zero). */
export const MOMENT_KINDS = [
  "general",
  "zero",
  "first",
  "second",
  "ultimate",
] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

export const ATTACHMENT_KINDS = ["file", "link"] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** Which field of the touchpoint columns a lane without cards shows. */
export type LaneField =
  | "touchpoint"
  | "channel"
  | "message"
  | "emotion"
  | "stakeholder"
  | "evidence"
  | "line";

export type LaneKindInfo =
  | {
      readonly holdsCards: true;
      readonly defaultSpan: Span;
      readonly cardKind: CardKind;
    }
  | {
      readonly holdsCards: false;
      readonly defaultSpan: Span;
      readonly cardKind: null;
      readonly field: LaneField;
    };

function cards(cardKind: CardKind, defaultSpan: Span): LaneKindInfo {
  return { holdsCards: true, defaultSpan, cardKind };
}

function shows(field: LaneField): LaneKindInfo {
  return {
    holdsCards: false,
    defaultSpan: "touchpoint",
    cardKind: null,
    field,
  };
}

export const LANE_KIND_INFO: Readonly<Record<LaneKind, LaneKindInfo>> = {
  text: cards("text", "stage"),
  touchpoint: shows("touchpoint"),
  channel: shows("channel"),
  message: shows("message"),
  emotion: shows("emotion"),
  pain: cards("pain", "stage"),
  gain: cards("gain", "stage"),
  "key-moment": cards("key-moment", "stage"),
  action: cards("action", "stage"),
  opportunity: cards("opportunity", "stage"),
  stakeholder: shows("stakeholder"),
  metric: cards("metric", "stage"),
  evidence: shows("evidence"),
  blueprint: cards("blueprint", "touchpoint"),
  line: shows("line"),
};
