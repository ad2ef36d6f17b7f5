import type {
  CardId,
  ChannelId,
  ChecklistItemId,
  EntityId,
  LaneId,
  PersonaId,
  StageId,
  StakeholderId,
  TouchpointId,
} from "./ids";
import type {
  Attachment,
  Card,
  ChecklistItem,
  Lane,
  Link,
  Meta,
  Touchpoint,
} from "./journey-map";
import type { StageFields } from "./records";
import type { TextRef } from "./texts";
import type { Emotion, OwnerRole } from "./vocabulary";

/** A whole thing of a map, by what it is. */
export type Thing =
  | { readonly kind: "stage"; readonly value: StageFields }
  | { readonly kind: "touchpoint"; readonly value: Touchpoint }
  | { readonly kind: "lane"; readonly value: Lane }
  | { readonly kind: "card"; readonly value: Card }
  | { readonly kind: "attachment"; readonly value: Attachment };
export type ThingKind = Thing["kind"];
export type ThingOf<K extends ThingKind> = Extract<
  Thing,
  { readonly kind: K }
>["value"];

/** Where something stands: in which list, and behind what (null: first). */
export interface Place {
  /**
   * The stage of a touchpoint, the cell of a card (`lane:column`), what an attachment hangs on; empty for
   * stages and lanes, of which a map has one list each. Null: the place is malformed.
   */
  readonly list: string | null;
  readonly after: string | null;
  /** Counted from 0. */
  readonly at: number;
}

export interface ThingRef {
  readonly kind: ThingKind;
  readonly id: EntityId;
}

export type NotesRef = { readonly kind: "notes"; readonly id: TouchpointId };

type MetaField = Exclude<keyof Meta, "schema" | "title" | "scenario">;
type StageField = "colour" | "collapsed";
export type TouchpointField =
  | "messageStatus"
  | "medium"
  | "initiator"
  | "receiver"
  | "planned"
  | "momentOfTruth"
  | "dependsOn"
  | "responseTime"
  | "handledBy"
  | "duration"
  | "timing"
  | "dropOff";
type LaneField = "hint" | "cellHints" | "visibility" | "height" | "collapsed";
type CardField = "colour" | "metric" | "decision" | "score" | "task";
type AttachmentField =
  | "kind"
  | "name"
  | "url"
  | "fileId"
  | "mime"
  | "bytes"
  | "sha256";

interface Values {
  readonly before: unknown;
  readonly after: unknown;
}

/** One value of something that is in both maps. */
export type ValueChange = Values &
  (
    | { readonly kind: "set"; readonly of: "meta"; readonly field: MetaField }
    | {
        readonly kind: "set";
        readonly of: "stage";
        readonly id: StageId;
        readonly field: StageField;
      }
    | {
        readonly kind: "set";
        readonly of: "touchpoint";
        readonly id: TouchpointId;
        readonly field: TouchpointField;
      }
    | {
        readonly kind: "set";
        readonly of: "lane";
        readonly id: LaneId;
        readonly field: LaneField;
      }
    | {
        readonly kind: "set";
        readonly of: "card";
        readonly id: CardId;
        readonly field: CardField;
      }
    | {
        readonly kind: "set";
        readonly of: "attachment";
        readonly id: EntityId;
        readonly field: AttachmentField;
      }
  );

/** `renamed`: the words by which a thing is called; `text`: any others. */
export interface TextChange {
  readonly kind: "renamed" | "text";
  readonly ref: TextRef | NotesRef;
  readonly before: string;
  readonly after: string;
}

export interface ChannelChange {
  readonly kind: "channel";
  readonly is: "added" | "removed";
  readonly touchpointId: TouchpointId;
  readonly channelId: ChannelId;
}

export interface OwnerChange {
  readonly kind: "owner";
  readonly touchpointId: TouchpointId;
  readonly stakeholderId: StakeholderId;
  readonly before: OwnerRole | null;
  readonly after: OwnerRole | null;
}

export interface EmotionChange {
  readonly kind: "emotion";
  readonly touchpointId: TouchpointId;
  readonly personaId: PersonaId;
  readonly before: Emotion | null;
  readonly after: Emotion | null;
}

export type CheckChange = {
  readonly kind: "check";
  readonly touchpointId: TouchpointId;
} & (
  | {
      readonly is: "added" | "removed" | "moved";
      readonly item: ChecklistItem;
      readonly after: ChecklistItemId | null;
    }
  | { readonly is: "answered"; readonly item: ChecklistItem }
);

export type PersonaChange = {
  readonly kind: "persona";
  readonly personaId: PersonaId;
} & (
  | {
      readonly is: "added";
      readonly after: PersonaId | null;
      /** Everything that this persona feels; a touchpoint that is not named has no value. */
      readonly emotions: Readonly<Record<string, Emotion>>;
    }
  | { readonly is: "moved"; readonly after: PersonaId | null }
  | { readonly is: "removed" }
);

export interface LinkChange {
  readonly kind: "link";
  readonly is: "added" | "removed";
  readonly link: Link;
}

/** `revived`: it was in the trash, by itself or together with what it stands in. */
export interface ThingChange {
  readonly kind: "added" | "revived" | "removed";
  readonly thing: Thing;
  readonly place: Place;
}

export interface MoveChange {
  readonly kind: "moved";
  readonly thing: ThingRef;
  readonly from: Place;
  readonly to: Place;
}

/** One thing that one map says otherwise than another. */
export type Change =
  | ThingChange
  | MoveChange
  | TextChange
  | ValueChange
  | ChannelChange
  | OwnerChange
  | EmotionChange
  | CheckChange
  | PersonaChange
  | LinkChange;

/** Everything that leads from one map to another, in an order in which it can be done. */
export type Difference = readonly Change[];
