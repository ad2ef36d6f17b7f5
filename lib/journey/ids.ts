import { JourneyError } from "./errors";

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type StageId = Id<"stage">;
export type TouchpointId = Id<"touchpoint">;
export type LaneId = Id<"lane">;
export type CardId = Id<"card">;
export type AttachmentId = Id<"attachment">;
export type ChecklistItemId = Id<"checklist-item">;
export type PersonaId = Id<"persona">;
export type StakeholderId = Id<"stakeholder">;
export type ChannelId = Id<"channel">;
export type FileId = Id<"file">;

/** A column of the map: a stage or a touchpoint, as the span of the lane says. */
export type ColumnId = StageId | TouchpointId;
/** What can be deleted, revived, linked and carry attachments. */
export type EntityId = StageId | TouchpointId | LaneId | CardId | AttachmentId;
export type AnyId =
  | EntityId
  | ChecklistItemId
  | PersonaId
  | StakeholderId
  | ChannelId
  | FileId;

/** `${laneId}:${columnId}` */
export type CellKey = `${string}:${string}`;

// Lower case only: one id has one spelling, or a set key could hold it twice.
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a value is a UUID in lower case, the only shape of id that a document may hold. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && UUID.test(value);
}

/**
 * Brands a string as an id.
 *
 * @throws JourneyError `invalid_id` if it is no UUID in lower case.
 */
export function asId<T extends AnyId>(value: string): T {
  if (!isId(value))
    throw new JourneyError("invalid_id", "not a lower-case UUID");
  return value as T;
}

/** The key of the cell where a lane meets a column. */
export function cellKey(laneId: LaneId, columnId: ColumnId): CellKey {
  return `${laneId}:${columnId}`;
}
