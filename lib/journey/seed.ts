import * as z from "zod/mini";
import { isSafeKey } from "./plain";
import { MAX_CARDS, MAX_STRING } from "./limits";
import { isId } from "./ids";
import type { ChannelId, PersonaId, StakeholderId } from "./ids";
import {
  attachmentFields,
  cardFields,
  emotionValue,
  laneValues,
  metaValues,
  ownerRole,
  stageValues,
  touchpointFields,
} from "./schema";
import { LANE_KIND_INFO } from "./vocabulary";
import type { Span } from "./vocabulary";

/** The plain description that templates, imports, duplicates and the API make a document of. */

const MAX_COLUMNS = 500;
const MAX_LANES = 200;
const MAX_SET = 200;

const text = () => z.string().check(z.maxLength(MAX_STRING));
/** Names a stage, touchpoint or lane within the seed; ids are given at creation. */
const key = () =>
  z.string().check(z.minLength(1), z.maxLength(200), z.refine(isSafeKey));
const id = <T extends string>() => z.custom<T>(isId, "not a lower-case UUID");
const clearable = <T extends Readonly<Record<string, z.ZodMiniType>>>(
  fields: T,
) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, z.nullish(field)]),
  ) as {
    [K in keyof T]: z.ZodMiniOptional<z.ZodMiniNullable<T[K]>>;
  };

const attachmentSeed = z.strictObject({
  kind: attachmentFields.kind,
  name: attachmentFields.name,
  url: z.nullish(attachmentFields.url),
  fileId: z.nullish(attachmentFields.fileId),
  mime: z.nullish(attachmentFields.mime),
  bytes: z.nullish(attachmentFields.bytes),
  sha256: z.nullish(attachmentFields.sha256),
});
const many = <T extends z.ZodMiniType>(type: T, most = MAX_SET) =>
  z.array(type).check(z.maxLength(most));
const attachments = z.optional(many(attachmentSeed));

const cardSeed = z.strictObject({
  text: text(),
  ...clearable(cardFields),
  attachments,
});

const touchpointSeed = z.strictObject({
  key: key(),
  title: text(),
  message: z.optional(text()),
  actualMessage: z.optional(text()),
  searchQueries: z.optional(text()),
  inspiration: z.optional(text()),
  notes: z.optional(text()),
  ...clearable(touchpointFields),
  checklist: z.optional(
    many(
      z.union([text(), z.strictObject({ text: text(), done: z.boolean() })]),
    ),
  ),
  channels: z.optional(many(id<ChannelId>())),
  owners: z.optional(
    many(
      z.strictObject({ stakeholderId: id<StakeholderId>(), role: ownerRole }),
    ),
  ),
  emotions: z.optional(
    z.record(z.string().check(z.refine(isId)), emotionValue),
  ),
  /** The key of the touchpoint on whose failure this one follows up. */
  recovers: z.optional(key()),
  attachments,
});

const stageSeed = z.strictObject({
  key: key(),
  title: text(),
  description: z.optional(text()),
  colour: z.nullish(stageValues.colour),
  touchpoints: z.optional(many(touchpointSeed, MAX_COLUMNS)),
  attachments,
});

const laneSeed = z.strictObject({
  key: key(),
  kind: laneValues.kind,
  span: z.optional(laneValues.span),
  title: text(),
  hint: z.nullish(laneValues.hint),
  cellHints: z.optional(z.record(key(), text())),
  visibility: z.optional(laneValues.visibility),
  height: z.nullish(laneValues.height),
  /** By the key of a stage or touchpoint, as the span says. */
  cards: z.optional(z.record(key(), z.array(cardSeed))),
  attachments,
});

/** Checks a seed that comes from outside; what it lets through `createDocument` accepts. */
export const journeySeed = z
  .strictObject({
    title: text(),
    scenario: z.optional(text()),
    customerWord: z.optional(metaValues.customerWord),
    locale: metaValues.locale,
    state: z.optional(metaValues.state),
    outcome: z.optional(metaValues.outcome),
    /** The key of the touchpoint at which the journey breaks off. */
    breaksOffAt: z.nullish(key()),
    reviewEveryDays: z.nullish(metaValues.reviewEveryDays),
    personas: many(id<PersonaId>()),
    stages: many(stageSeed, MAX_COLUMNS),
    lanes: many(laneSeed, MAX_LANES),
  })
  .check(
    z.refine(hasOwnKeys, "keys must be unique"),
    z.refine(pointsToColumns, "cards must name a column of their lane's span"),
    z.refine(pointsToTouchpoints, "a failure must name a touchpoint"),
    z.refine(hasRoom, "too many cards"),
  );

export type JourneySeed = z.input<typeof journeySeed>;
export type CheckedSeed = z.output<typeof journeySeed>;
export type TouchpointSeed = z.input<typeof touchpointSeed>;
export type LaneSeed = z.input<typeof laneSeed>;
export type CardSeed = z.input<typeof cardSeed>;
export type AttachmentSeed = z.input<typeof attachmentSeed>;

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
