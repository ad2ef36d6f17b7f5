import type {
  AttachmentId,
  CardId,
  CellKey,
  ChannelId,
  ChecklistItemId,
  ColumnId,
  EntityId,
  FileId,
  LaneId,
  PersonaId,
  StageId,
  StakeholderId,
  TouchpointId,
} from "./ids";
import type {
  AttachmentKind,
  CardKind,
  Colour,
  DecisionStatus,
  Emotion,
  Handler,
  Initiator,
  JourneyState,
  LaneKind,
  Medium,
  MessageStatus,
  MomentKind,
  Outcome,
  OwnerRole,
  Planned,
  Span,
  TaskStatus,
  Visibility,
} from "./vocabulary";

/**
 * The content of a journey as a plain value: what `resolve` makes of a document.
 *
 * An absent optional value is null, never undefined, so that its JSON is canonical.
 * Values are shared between versions of the map and must not be changed.
 */
export interface JourneyMap {
  readonly meta: Meta;
  /** Whom the map is about, in order. */
  readonly personas: readonly PersonaId[];
  readonly stages: readonly Stage[];
  readonly lanes: readonly Lane[];
  /** Only cells that hold a card, each in order. */
  readonly cells: Readonly<Record<CellKey, readonly Card[]>>;
  /** One for each linked persona, points in the order of the map. */
  readonly curves: readonly Curve[];
  readonly attachments: Readonly<Record<string, readonly Attachment[]>>;
  readonly links: readonly Link[];
  /** Live things that have no place: their column or lane is gone, or their place is malformed. */
  readonly tray: Tray;
  /** Newest deletion first. What was deleted together with its container is not listed apart from it. */
  readonly trash: readonly TrashItem[];
  readonly issues: readonly Issue[];
}

export interface Meta {
  readonly schema: number;
  readonly title: string;
  readonly scenario: string;
  readonly customerWord: string;
  readonly structureLocked: boolean;
  readonly state: JourneyState;
  readonly outcome: Outcome;
  /** The touchpoint that was marked as where the journey breaks off, as it was written; `breakOffOf` says whether it counts. */
  readonly breaksOffAt: TouchpointId | null;
  readonly reviewEveryDays: number | null;
  readonly locale: string;
}

export interface Stage {
  readonly id: StageId;
  readonly title: string;
  readonly description: string;
  readonly colour: Colour | null;
  readonly collapsed: boolean;
  readonly touchpoints: readonly Touchpoint[];
}

export interface Touchpoint {
  readonly id: TouchpointId;
  /** Null if the place is malformed; a touchpoint in the tray keeps the stage that it came from. */
  readonly stageId: StageId | null;
  readonly title: string;
  /** The ideal message. */
  readonly message: string;
  readonly actualMessage: string;
  readonly messageStatus: MessageStatus | null;
  /** Plain text of the rich notes. */
  readonly notes: string;
  readonly medium: Medium | null;
  readonly initiator: Initiator | null;
  readonly receiver: string | null;
  readonly planned: Planned | null;
  readonly momentOfTruth: MomentOfTruth | null;
  readonly checklist: readonly ChecklistItem[];
  readonly searchQueries: string;
  readonly dependsOn: string | null;
  readonly inspiration: string;
  /** ISO 8601 duration. */
  readonly responseTime: string | null;
  readonly handledBy: Handler | null;
  /** ISO 8601 duration. */
  readonly duration: string | null;
  readonly timing: Timing | null;
  readonly dropOff: DropOff | null;
  readonly channels: readonly ChannelId[];
  /** The responsible first, then by id. */
  readonly owners: readonly TouchpointOwner[];
  /** Of linked personas only. */
  readonly emotions: Readonly<Partial<Record<PersonaId, Emotion>>>;
}

export interface MomentOfTruth {
  readonly kind: MomentKind;
  readonly reason: string;
}

export interface ChecklistItem {
  readonly id: ChecklistItemId;
  readonly text: string;
  readonly done: boolean;
}

export interface Timing {
  /** ISO 8601 duration. */
  readonly offset: string;
  readonly after: string;
}

export interface DropOff {
  /** 0 to 1; null where somebody knows why people leave, and not how many. */
  readonly share: number | null;
  readonly reasons: readonly DropOffReason[];
}

export interface DropOffReason {
  readonly text: string;
  readonly share: number | null;
}

export interface TouchpointOwner {
  readonly stakeholderId: StakeholderId;
  readonly role: OwnerRole;
}

export interface Lane {
  readonly id: LaneId;
  readonly kind: LaneKind;
  readonly span: Span;
  readonly title: string;
  readonly hint: string | null;
  /** By column id. */
  readonly cellHints: Readonly<Record<string, string>>;
  readonly visibility: Visibility;
  /** Pixels. */
  readonly height: number | null;
  readonly collapsed: boolean;
}

export interface Card {
  readonly id: CardId;
  /** That of the lane; the kind that the card was made with counts only where its lane is unknown. */
  readonly kind: CardKind;
  readonly laneId: LaneId | null;
  readonly columnId: ColumnId | null;
  readonly text: string;
  readonly colour: Colour | null;
  readonly metric: Metric | null;
  readonly decision: Decision | null;
  readonly score: Score | null;
  readonly task: Task | null;
}

export interface Metric {
  readonly value: number;
  readonly unit: string;
}

export interface Decision {
  readonly status: DecisionStatus;
  readonly reason: string;
  /** Who decided last and when, written by the command; null where it was decided before that was kept. */
  readonly stamp: Stamp | null;
}

export interface Stamp {
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface Score {
  /** 0 to 100. */
  readonly customerValue: number;
  /** 0 to 100. */
  readonly businessValue: number;
  /** 0 to 5. */
  readonly effort: number;
}

export interface Task {
  readonly stakeholderId: StakeholderId | null;
  readonly status: TaskStatus;
  /** ISO 8601 date. */
  readonly due: string | null;
}

export interface Curve {
  readonly personaId: PersonaId;
  readonly points: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly touchpointId: TouchpointId;
  readonly value: Emotion | null;
}

export interface Attachment {
  readonly id: AttachmentId;
  readonly on: EntityId;
  readonly kind: AttachmentKind;
  readonly name: string;
  readonly url: string | null;
  /** The stored file; its address is derived by whoever shows it. */
  readonly fileId: FileId | null;
  readonly mime: string | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
}

export interface Tray {
  readonly touchpoints: readonly Touchpoint[];
  readonly cards: readonly Card[];
}

export interface TrashItem {
  readonly kind: "stage" | "touchpoint" | "lane" | "card" | "attachment";
  readonly id: EntityId;
  readonly title: string;
  readonly deletedBy: string;
  /** Epoch milliseconds. */
  readonly deletedAt: number;
}

export type IssueCode =
  | "bad_root"
  | "bad_id"
  | "bad_entity"
  | "bad_text"
  | "bad_value"
  | "bad_key"
  | "bad_place"
  | "unknown_stage"
  | "unknown_column"
  | "unknown_lane"
  | "unknown_entity"
  | "lane_holds_no_cards"
  | "too_many_cards"
  | "newer_schema";

/** Something in the document that the view had to leave out or put elsewhere. */
export interface Issue {
  readonly code: IssueCode;
  /** The id of the entity, or the name of the top-level type where the id itself is at fault. */
  readonly entity: string | null;
  readonly key: string | null;
}
