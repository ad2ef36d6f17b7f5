import * as v from "valibot";
import { isSafeKey } from "./plain";
import { MAX_CARDS, MAX_STRING } from "./limits";
import { isId } from "./ids";
import type { Kind, Kinds } from "./kind";
import type { ChannelId, PersonaId, StakeholderId } from "./ids";
import {
  attachmentFields,
  cardFields,
  emotionValue,
  laneValues,
  metaValues,
  ownerRole,
  stageValues,
  table,
  touchpointFields,
} from "./schema";
import { LANE_KIND_INFO } from "./vocabulary";
import type { Span } from "./vocabulary";

/** The plain description that templates, imports, duplicates and the API make a document of. */

const MAX_COLUMNS = 500;
const MAX_LANES = 200;
const MAX_SET = 200;

const text = () => v.pipe(v.string(), v.maxLength(MAX_STRING));
/** Names a stage, touchpoint or lane within the seed; ids are given at creation. */
const key = () =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(200),
    v.check((name) => isSafeKey(name)),
  );
const id = <T extends string>() => v.custom<T>(isId, "not a lower-case UUID");
const clearable = <T extends Kinds>(fields: T) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, v.nullish(field)]),
  ) as {
    [K in keyof T]: v.NullishSchema<T[K], undefined>;
  };

const attachmentSeed = v.strictObject({
  kind: attachmentFields.kind,
  name: attachmentFields.name,
  url: v.nullish(attachmentFields.url),
  fileId: v.nullish(attachmentFields.fileId),
  mime: v.nullish(attachmentFields.mime),
  bytes: v.nullish(attachmentFields.bytes),
  sha256: v.nullish(attachmentFields.sha256),
});
const many = <T extends Kind>(type: T, most = MAX_SET) =>
  v.pipe(v.array(type), v.maxLength(most));
const attachments = v.optional(many(attachmentSeed));

const cardSeed = v.strictObject({
  text: text(),
  ...clearable(cardFields),
  attachments,
});

const touchpointSeed = v.strictObject({
  key: key(),
  title: text(),
  message: v.optional(text()),
  actualMessage: v.optional(text()),
  searchQueries: v.optional(text()),
  inspiration: v.optional(text()),
  notes: v.optional(text()),
  ...clearable(touchpointFields),
  checklist: v.optional(
    many(
      v.union([text(), v.strictObject({ text: text(), done: v.boolean() })]),
    ),
  ),
  channels: v.optional(many(id<ChannelId>())),
  owners: v.optional(
    many(
      v.strictObject({ stakeholderId: id<StakeholderId>(), role: ownerRole }),
    ),
  ),
  emotions: v.optional(table(v.custom<PersonaId>(isId), emotionValue)),
  /** The key of the touchpoint on whose failure this one follows up. */
  recovers: v.optional(key()),
  attachments,
});

const stageSeed = v.strictObject({
  key: key(),
  title: text(),
  description: v.optional(text()),
  colour: v.nullish(stageValues.colour),
  touchpoints: v.optional(many(touchpointSeed, MAX_COLUMNS)),
  attachments,
});

const laneSeed = v.strictObject({
  key: key(),
  kind: laneValues.kind,
  span: v.optional(laneValues.span),
  title: text(),
  hint: v.nullish(laneValues.hint),
  cellHints: v.optional(table(key(), text())),
  visibility: v.optional(laneValues.visibility),
  height: v.nullish(laneValues.height),
  /** By the key of a stage or touchpoint, as the span says. */
  cards: v.optional(table(key(), v.array(cardSeed))),
  attachments,
});

/** Checks a seed that comes from outside; what it lets through `createDocument` accepts. */
export const journeySeed = v.pipe(
  v.strictObject({
    title: text(),
    scenario: v.optional(text()),
    customerWord: v.optional(metaValues.customerWord),
    locale: metaValues.locale,
    state: v.optional(metaValues.state),
    outcome: v.optional(metaValues.outcome),
    /** The key of the touchpoint at which the journey breaks off. */
    breaksOffAt: v.nullish(key()),
    reviewEveryDays: v.nullish(metaValues.reviewEveryDays),
    personas: many(id<PersonaId>()),
    stages: many(stageSeed, MAX_COLUMNS),
    lanes: many(laneSeed, MAX_LANES),
  }),
  v.check((seed) => hasOwnKeys(seed), "keys must be unique"),
  v.check(
    (seed) => pointsToColumns(seed),
    "cards must name a column of their lane's span",
  ),
  v.check(
    (seed) => pointsToTouchpoints(seed),
    "a failure must name a touchpoint",
  ),
  v.check((seed) => hasRoom(seed), "too many cards"),
);

export type JourneySeed = v.InferInput<typeof journeySeed>;
export type CheckedSeed = v.InferOutput<typeof journeySeed>;
export type TouchpointSeed = v.InferInput<typeof touchpointSeed>;
export type LaneSeed = v.InferInput<typeof laneSeed>;
export type CardSeed = v.InferInput<typeof cardSeed>;
export type AttachmentSeed = v.InferInput<typeof attachmentSeed>;

interface Shape {
  readonly stages: readonly {
    readonly key: string;
    readonly touchpoints?: readonly { readonly key: string }[];
  }[];
  readonly lanes: readonly {
    readonly key: string;
    readonly kind: keyof typeof LANE_KIND_INFO;
    readonly span?: Span;
    readonly cards?: Readonly<Record<string, readonly unknown[]>>;
  }[];
}

function hasOwnKeys({ stages, lanes }: Shape): boolean {
  const columns = stages.flatMap(({ key: stage, touchpoints = [] }) => [
    stage,
    ...touchpoints.map((touchpoint) => touchpoint.key),
  ]);
  const isUnique = (keys: readonly string[]) =>
    new Set(keys).size === keys.length;
  return isUnique(columns) && isUnique(lanes.map((lane) => lane.key));
}

function pointsToColumns({ stages, lanes }: Shape): boolean {
  const bySpan = {
    stage: new Set(stages.map((stage) => stage.key)),
    touchpoint: new Set(
      stages.flatMap((stage) => (stage.touchpoints ?? []).map((t) => t.key)),
    ),
  };
  return lanes.every(({ kind, span, cards = {} }) => {
    const info = LANE_KIND_INFO[kind];
    const columns = bySpan[span ?? info.defaultSpan];
    return Object.keys(cards).every(
      (column) => info.holdsCards && columns.has(column),
    );
  });
}

interface Failing {
  readonly breaksOffAt?: string | null | undefined;
  readonly stages: readonly {
    readonly touchpoints?:
      | readonly {
          readonly key: string;
          readonly recovers?: string | undefined;
        }[]
      | undefined;
  }[];
}

function pointsToTouchpoints({ breaksOffAt, stages }: Failing): boolean {
  const touchpoints = stages.flatMap((stage) => stage.touchpoints ?? []);
  const keys = new Set(touchpoints.map((touchpoint) => touchpoint.key));
  return (
    (!breaksOffAt || keys.has(breaksOffAt)) &&
    touchpoints.every(
      ({ key: own, recovers }) =>
        recovers === undefined || (recovers !== own && keys.has(recovers)),
    )
  );
}

function hasRoom({ lanes }: Shape): boolean {
  const counts = lanes.flatMap(({ cards = {} }) =>
    Object.values(cards).map((list) => list.length),
  );
  return counts.reduce((sum, count) => sum + count, 0) <= MAX_CARDS;
}
