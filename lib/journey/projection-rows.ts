export interface ProjectionScope {
  readonly workspaceId: string;
  readonly journeyId: string;
}

type Scoped<T> = ProjectionScope & T;
type Nullable<K extends string, T> = { readonly [P in K]: T | null };

export type JourneyPersona = Scoped<{
  readonly personaId: string;
  readonly ordinal: number;
}>;

interface Ordered {
  readonly id: string;
  readonly ordinal: number;
}

export type StageRow = Scoped<
  Ordered & { readonly title: string; readonly description: string } & Nullable<
      "colour",
      string
    >
>;

export type LaneRow = Scoped<
  Ordered & Readonly<Record<"kind" | "span" | "title" | "visibility", string>>
>;

export type TouchpointRow = Scoped<
  Ordered &
    Readonly<
      Record<
        "title" | "message" | "actualMessage" | "notes" | "searchQueries",
        string
      >
    > &
    Nullable<
      | "stageId"
      | "messageStatus"
      | "medium"
      | "initiator"
      | "receiver"
      | "planned"
      | "momentKind"
      | "momentReason"
      | "responseTime"
      | "handledBy"
      | "duration",
      string
    > &
    Nullable<"dropOffShare", number> & {
      /** Whether the journey breaks off here. */
      readonly breaksOff: boolean;
      readonly checklistDone: number;
      readonly checklistSize: number;
    }
>;

export type TouchpointChannel = Scoped<
  Readonly<Record<"touchpointId" | "channelId", string>>
>;
export type TouchpointOwner = Scoped<
  Readonly<Record<"touchpointId" | "stakeholderId" | "role", string>>
>;
export type EmotionRow = Scoped<
  Readonly<Record<"touchpointId" | "personaId", string>> & {
    readonly value: number;
  }
>;

export type CardRow = Scoped<
  Ordered &
    Readonly<Record<"kind" | "text", string>> &
    Nullable<
      | "laneId"
      | "columnId"
      | "colour"
      | "metricUnit"
      | "decisionStatus"
      | "decisionReason"
      | "decidedById"
      /** The card or touchpoint that a task or an opportunity was made out of, while it is there. */
      | "originId",
      string
    > &
    Nullable<
      /** `decidedAt` in epoch milliseconds. */
      | "metricValue"
      | "customerValue"
      | "businessValue"
      | "effort"
      | "decidedAt",
      number
    >
>;

/** `due` is an ISO 8601 date. */
export type TaskRow = Scoped<
  Readonly<Record<"cardId" | "status" | "text", string>> &
    Nullable<"stakeholderId" | "due" | "stageId" | "touchpointId", string>
>;

export type AttachmentRow = Scoped<
  Ordered &
    Readonly<Record<"onId" | "kind" | "name", string>> &
    Nullable<"url" | "fileId" | "mime", string> &
    Nullable<"bytes", number>
>;

/** By table; each row as the table has it, but for `asOfSeq`, which the writer knows. */
export interface ProjectionRows {
  readonly JourneyPersona: readonly JourneyPersona[];
  readonly StageRow: readonly StageRow[];
  readonly LaneRow: readonly LaneRow[];
  readonly TouchpointRow: readonly TouchpointRow[];
  readonly TouchpointChannel: readonly TouchpointChannel[];
  readonly TouchpointOwner: readonly TouchpointOwner[];
  readonly EmotionRow: readonly EmotionRow[];
  readonly CardRow: readonly CardRow[];
  readonly TaskRow: readonly TaskRow[];
  readonly AttachmentRow: readonly AttachmentRow[];
}

export type ProjectionTable = keyof ProjectionRows;

/** What names a row within its journey. */
export const PROJECTION_KEYS = {
  JourneyPersona: ["personaId"],
  StageRow: ["id"],
  LaneRow: ["id"],
  TouchpointRow: ["id"],
  TouchpointChannel: ["touchpointId", "channelId"],
  TouchpointOwner: ["touchpointId", "stakeholderId"],
  EmotionRow: ["touchpointId", "personaId"],
  CardRow: ["id"],
  TaskRow: ["cardId"],
  AttachmentRow: ["id"],
} as const satisfies Record<ProjectionTable, readonly string[]>;
