import * as Y from "yjs";
import type { YEntity } from "./document";
import type {
  AttachmentKind,
  CardKind,
  LaneKind,
  Span,
  Visibility,
} from "./vocabulary";

/** An entity that is not in a document yet. */
export interface NewEntity {
  readonly entity: YEntity;
  /** About what it will encode to. */
  readonly bytes: number;
  /** Long texts go in after the entity, so that no single transaction grows beyond the limit. */
  readonly later: readonly (readonly [key: string, text: string])[];
}

const LONG_TEXT = 4_000;
const MAX_BYTES_PER_UNIT = 3;
const BYTES_PER_KEY = 40;

/**
 * Entities are made whole, with every nested type that they will ever have: a nested type that two
 * people create lazily loses what one of them put into it.
 */
function whole(
  texts: Record<string, string>,
  values: Record<string, unknown>,
): NewEntity {
  const entity: YEntity = new Y.Map();
  const later: [string, string][] = [];
  let bytes = 0;
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    entity.set(key, value);
    bytes += BYTES_PER_KEY + JSON.stringify(value).length * MAX_BYTES_PER_UNIT;
  }
  for (const [key, text] of Object.entries(texts)) {
    const isLong = text.length > LONG_TEXT;
    entity.set(key, new Y.Text(isLong ? "" : text.toWellFormed()));
    bytes += BYTES_PER_KEY + (isLong ? 0 : text.length * MAX_BYTES_PER_UNIT);
    if (isLong) later.push([key, text.toWellFormed()]);
  }
  return { entity, bytes, later };
}

export function newStage(fields: {
  pos: string;
  title?: string;
  description?: string;
  colour?: string | null;
  collapsed?: boolean;
}): NewEntity {
  const { title = "", description = "", ...values } = fields;
  return whole({ title, description }, values);
}

export interface TouchpointTexts {
  title?: string;
  message?: string;
  actualMessage?: string;
  searchQueries?: string;
  inspiration?: string;
}

export function newTouchpoint(
  loc: readonly [string, string],
  texts: TouchpointTexts = {},
  values: Record<string, unknown> = {},
): NewEntity & { readonly notes: Y.XmlFragment; readonly checklist: YEntity } {
  const { title = "", message = "", actualMessage = "" } = texts;
  const { searchQueries = "", inspiration = "" } = texts;
  const all = { title, message, actualMessage, searchQueries, inspiration };
  const made = whole(all, { ...values, loc });
  const notes = new Y.XmlFragment();
  made.entity.set("notes", notes);
  const checklist: YEntity = new Y.Map();
  made.entity.set("checklist", checklist);
  return { ...made, notes, checklist };
}

export function newChecklistItem(fields: {
  pos: string;
  text: string;
  done?: boolean;
}): NewEntity {
  return whole(
    { text: fields.text },
    { done: fields.done ?? false, pos: fields.pos },
  );
}

export function newLane(fields: {
  pos: string;
  kind: LaneKind;
  span: Span;
  visibility: Visibility;
  title?: string;
  hint?: string | null;
  cellHints?: Readonly<Record<string, string>> | null;
  height?: number | null;
  collapsed?: boolean;
}): NewEntity {
  const { title = "", ...values } = fields;
  return whole({ title }, values);
}

export function newCard(
  loc: readonly [string, string, string],
  kind: CardKind,
  fields: { text?: string; values?: Record<string, unknown> } = {},
): NewEntity {
  return whole({ text: fields.text ?? "" }, { ...fields.values, loc, kind });
}

export function newAttachment(fields: {
  on: string;
  pos: string;
  kind: AttachmentKind;
  name: string;
  url?: string | null;
  fileId?: string | null;
  mime?: string | null;
  bytes?: number | null;
  sha256?: string | null;
}): NewEntity {
  return whole({}, fields);
}
