import * as Y from "yjs";
import type { YEntity } from "./document";
import type {
  AttachmentId,
  CardId,
  ChecklistItemId,
  EntityId,
  LaneId,
  StageId,
  TouchpointId,
} from "./ids";
import { isId } from "./ids";
import type { Kind, Kinds, Read } from "./kind";
import type {
  Attachment,
  Card,
  ChecklistItem,
  Issue,
  IssueCode,
  Lane,
  Meta,
  Stage,
  Touchpoint,
} from "./journey-map";
import { LAST, deletionOf } from "./lists";
import { notesText } from "./notes";
import { comparePlaced } from "./order";
import {
  attachmentValues,
  cardLoc,
  cardValues,
  checklistValues,
  laneValues,
  metaValues,
  stageValues,
  touchpointFields,
  touchpointLoc,
} from "./schema";
import type { Deletion } from "./schema";
import { parseValue, registersOf, textIn } from "./values";
import type { Values } from "./values";
import { LANE_KIND_INFO } from "./vocabulary";

/** One entity as it stands in the document, read without a look at any other. */
export interface RecordOf<T> {
  readonly id: string;
  readonly pos: string;
  readonly del: Deletion | null;
  readonly value: T;
  readonly issues: readonly Issue[];
}

export type StageFields = Omit<Stage, "touchpoints">;
export type TouchpointFields = Omit<
  Touchpoint,
  "channels" | "owners" | "emotions"
>;

/** Reads keys of one entity and notes what it could not use. */
class Reader {
  readonly issues: Issue[] = [];

  constructor(
    readonly id: string | null,
    readonly entity: YEntity,
  ) {}

  text(key: string): string {
    if (!(this.entity.get(key) instanceof Y.Text)) this.note("bad_text", key);
    return textIn(this.entity, key);
  }

  value<T extends Kind>(key: string, kind: T): Read<T> | null {
    const raw = this.entity.get(key);
    const value = parseValue(raw, kind);
    if (value === undefined && raw !== undefined) this.note("bad_value", key);
    return value ?? null;
  }

  values<T extends Kinds>(fields: T): Values<T> {
    const values = registersOf(this.entity, fields);
    for (const key of Object.keys(fields)) {
      if (values[key] === undefined && this.entity.has(key))
        this.note("bad_value", key);
    }
    return values;
  }

  get<T>(key: string): T | undefined {
    return this.entity.get(key) as T | undefined;
  }

  note(code: IssueCode, key: string): void {
    this.issues.push({ code, entity: this.id, key });
  }
}

export const EMPTY_META: Meta = {
  schema: 0,
  title: "",
  scenario: "",
  customerWord: "",
  structureLocked: false,
  state: "current",
  outcome: "open",
  breaksOffAt: null,
  reviewEveryDays: null,
  locale: "en",
};

export function readMeta(meta: YEntity): {
  value: Meta;
  issues: readonly Issue[];
} {
  if (meta.size === 0) return { value: EMPTY_META, issues: [] };
  const reader = new Reader(null, meta);
  const fields = reader.values(metaValues);
  const { reviewEveryDays = null, breaksOffAt = null, ...others } = fields;
  const title = reader.text("title");
  const scenario = reader.text("scenario");
  const value: Meta = {
    ...EMPTY_META,
    ...others,
    title,
    scenario,
    reviewEveryDays,
    breaksOffAt,
  };
  return { value, issues: reader.issues };
}

export function readStage(id: string, entity: YEntity): RecordOf<StageFields> {
  const reader = new Reader(id, entity);
  const value: StageFields = {
    id: id as StageId,
    title: reader.text("title"),
    description: reader.text("description"),
    colour: reader.value("colour", stageValues.colour),
    collapsed: reader.value("collapsed", stageValues.collapsed) ?? false,
  };
  return finish(reader, value);
}

export function readTouchpoint(
  id: string,
  entity: YEntity,
): RecordOf<TouchpointFields> {
  const reader = new Reader(id, entity);
  const loc = reader.value("loc", touchpointLoc);
  const fields = reader.values(touchpointFields);
  const value: TouchpointFields = {
    id: id as TouchpointId,
    stageId: loc?.[0] ?? null,
    title: reader.text("title"),
    message: reader.text("message"),
    actualMessage: reader.text("actualMessage"),
    messageStatus: fields.messageStatus ?? null,
    notes: readNotes(reader),
    medium: fields.medium ?? null,
    initiator: fields.initiator ?? null,
    receiver: fields.receiver ?? null,
    planned: fields.planned ?? null,
    momentOfTruth: fields.momentOfTruth ?? null,
    checklist: readChecklist(reader),
    searchQueries: reader.text("searchQueries"),
    dependsOn: fields.dependsOn ?? null,
    inspiration: reader.text("inspiration"),
    responseTime: fields.responseTime ?? null,
    handledBy: fields.handledBy ?? null,
    duration: fields.duration ?? null,
    timing: fields.timing ?? null,
    dropOff: fields.dropOff ?? null,
  };
  return finish(reader, value, loc?.[1] ?? LAST);
}

function readNotes(reader: Reader): string {
  const notes = reader.get("notes");
  if (notes instanceof Y.XmlFragment) return notesText(notes);
  reader.note("bad_text", "notes");
  return "";
}

function readChecklist(reader: Reader): ChecklistItem[] {
  const checklist = reader.get("checklist");
  if (!(checklist instanceof Y.Map)) {
    reader.note("bad_text", "checklist");
    return [];
  }
  const items: (ChecklistItem & { pos: string })[] = [];
  for (const [id, item] of checklist.entries()) {
    if (!isId(id) || !(item instanceof Y.Map)) {
      reader.note("bad_entity", "checklist");
      continue;
    }
    if (deletionOf(item) !== null) continue;
    const pos = parseValue(item.get("pos"), checklistValues.pos) ?? LAST;
    items.push({
      id: id as ChecklistItemId,
      text: textIn(item, "text"),
      done: item.get("done") === true,
      pos,
    });
  }
  return items
    .sort(comparePlaced)
    .map(({ id, text, done }) => ({ id, text, done }));
}

export function readLane(id: string, entity: YEntity): RecordOf<Lane> {
  const reader = new Reader(id, entity);
  const kind = reader.value("kind", laneValues.kind) ?? "text";
  const value: Lane = {
    id: id as LaneId,
    kind,
    span:
      reader.value("span", laneValues.span) ?? LANE_KIND_INFO[kind].defaultSpan,
    title: reader.text("title"),
    hint: reader.value("hint", laneValues.hint),
    cellHints: reader.value("cellHints", laneValues.cellHints) ?? {},
    visibility: reader.value("visibility", laneValues.visibility) ?? "customer",
    height: reader.value("height", laneValues.height),
    collapsed: reader.value("collapsed", laneValues.collapsed) ?? false,
  };
  return finish(reader, value);
}

export function readCard(id: string, entity: YEntity): RecordOf<Card> {
  const reader = new Reader(id, entity);
  const loc = reader.value("loc", cardLoc);
  const value: Card = {
    id: id as CardId,
    kind: reader.value("kind", cardValues.kind) ?? "text",
    laneId: loc?.[1] ?? null,
    columnId: loc?.[0] ?? null,
    text: reader.text("text"),
    colour: reader.value("colour", cardValues.colour),
    metric: reader.value("metric", cardValues.metric),
    decision: reader.value("decision", cardValues.decision),
    score: reader.value("score", cardValues.score),
    task: reader.value("task", cardValues.task),
  };
  return finish(reader, value, loc?.[2] ?? LAST);
}

export function readAttachment(
  id: string,
  entity: YEntity,
): RecordOf<Attachment> | null {
  const reader = new Reader(id, entity);
  const on = reader.value("on", attachmentValues.on);
  const kind = reader.value("kind", attachmentValues.kind);
  if (on === null || kind === null) return null;
  const value: Attachment = {
    id: id as AttachmentId,
    on: on as EntityId,
    kind,
    name: reader.value("name", attachmentValues.name) ?? "",
    url: reader.value("url", attachmentValues.url),
    fileId: reader.value("fileId", attachmentValues.fileId),
    mime: reader.value("mime", attachmentValues.mime),
    bytes: reader.value("bytes", attachmentValues.bytes),
    sha256: reader.value("sha256", attachmentValues.sha256),
  };
  return finish(reader, value);
}

function finish<T>(
  reader: Reader,
  value: T,
  pos = reader.value("pos", stageValues.pos) ?? LAST,
): RecordOf<T> {
  const del = deletionOf(reader.entity);
  if (del === null && reader.entity.has("del")) reader.note("bad_value", "del");
  return { id: reader.id ?? "", pos, del, value, issues: reader.issues };
}
