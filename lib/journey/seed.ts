import * as z from "zod";
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

const text = () => z.string().max(MAX_STRING);
/** Names a stage, touchpoint or lane within the seed; ids are given at creation. */
const key = () => z.string().min(1).max(200).refine(isSafeKey);
const id = <T extends string>() => z.custom<T>(isId, "not a lower-case UUID");
const clearable = <T extends Readonly<Record<string, z.ZodType>>>(fields: T) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, field.nullish()]),
  ) as {
    [K in keyof T]: z.ZodOptional<z.ZodNullable<T[K]>>;
  };

const attachmentSeed = z.strictObject({
  kind: attachmentFields.kind,
  name: attachmentFields.name,
  url: attachmentFields.url.nullish(),
  fileId: attachmentFields.fileId.nullish(),
  mime: attachmentFields.mime.nullish(),
  bytes: attachmentFields.bytes.nullish(),
  sha256: attachmentFields.sha256.nullish(),
});
const attachments = z.array(attachmentSeed).max(MAX_SET).optional();

const cardSeed = z.strictObject({
  text: text(),
  ...clearable(cardFields),
  attachments,
});

const touchpointSeed = z.strictObject({
  key: key(),
  title: text(),
  message: text().optional(),
  actualMessage: text().optional(),
  searchQueries: text().optional(),
  inspiration: text().optional(),
  notes: text().optional(),
  ...clearable(touchpointFields),
  checklist: z
    .array(
      z.union([text(), z.strictObject({ text: text(), done: z.boolean() })]),
    )
    .max(MAX_SET)
    .optional(),
  channels: z.array(id<ChannelId>()).max(MAX_SET).optional(),
  owners: z
    .array(
      z.strictObject({ stakeholderId: id<StakeholderId>(), role: ownerRole }),
    )
    .max(MAX_SET)
    .optional(),
  emotions: z.record(z.string().refine(isId), emotionValue).optional(),
  attachments,
});

const stageSeed = z.strictObject({
  key: key(),
  title: text(),
  description: text().optional(),
  colour: stageValues.colour.nullish(),
  touchpoints: z.array(touchpointSeed).max(MAX_COLUMNS).optional(),
  attachments,
});

const laneSeed = z.strictObject({
  key: key(),
  kind: laneValues.kind,
  span: laneValues.span.optional(),
  title: text(),
  hint: laneValues.hint.nullish(),
  cellHints: z.record(key(), text()).optional(),
  visibility: laneValues.visibility.optional(),
  height: laneValues.height.nullish(),
  /** By the key of a stage or touchpoint, as the span says. */
  cards: z.record(key(), z.array(cardSeed)).optional(),
  attachments,
});

/** Checks a seed that comes from outside; what it lets through `createDocument` accepts. */
export const journeySeed = z
  .strictObject({
    title: text(),
    scenario: text().optional(),
    customerWord: metaValues.customerWord.optional(),
    locale: metaValues.locale,
    state: metaValues.state.optional(),
    outcome: metaValues.outcome.optional(),
    reviewEveryDays: metaValues.reviewEveryDays.nullish(),
    personas: z.array(id<PersonaId>()).max(MAX_SET),
    stages: z.array(stageSeed).max(MAX_COLUMNS),
    lanes: z.array(laneSeed).max(MAX_LANES),
  })
  .refine(hasOwnKeys, "keys must be unique")
  .refine(pointsToColumns, "cards must name a column of their lane's span")
  .refine(hasRoom, "too many cards");

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

function hasRoom({ lanes }: Shape): boolean {
  const counts = lanes.flatMap(({ cards = {} }) =>
    Object.values(cards).map((list) => list.length),
  );
  return counts.reduce((sum, count) => sum + count, 0) <= MAX_CARDS;
}
