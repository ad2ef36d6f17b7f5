import * as v from "valibot";
import * as Y from "yjs";
import type { CommandContext } from "./command";
import { rootOf } from "./document";
import type { RootName } from "./document";
import {
  newAttachment,
  newCard,
  newChecklistItem,
  newLane,
  newStage,
  newTouchpoint,
} from "./entities";
import type { NewEntity } from "./entities";
import { JourneyError } from "./errors";
import { RECOVERY } from "./failure-kinds";
import { asId } from "./ids";
import type { AnyId } from "./ids";
import { SCHEMA_VERSION } from "./limits";
import { fillNotes } from "./notes";
import { keysBetween } from "./order";
import { withoutNulls } from "./patch";
import { journeySeed } from "./seed";
import type { AttachmentSeed, CheckedSeed, JourneySeed } from "./seed";
import { LANE_KIND_INFO } from "./vocabulary";

export type CreateContext = Pick<CommandContext, "newId" | "random">;

export interface CreatedDocument {
  readonly doc: Y.Doc;
  /** From the keys of the seed's stages, touchpoints and lanes to their ids. */
  readonly columnIds: ReadonlyMap<string, string>;
  readonly laneIds: ReadonlyMap<string, string>;
}

/**
 * Makes a new document from a plain description.
 *
 * @throws JourneyError `invalid_seed` if `journeySeed` would not let it through.
 */
export function createDocument(ctx: CreateContext, seed: JourneySeed): Y.Doc {
  return createDocumentWithIds(ctx, seed).doc;
}

/** The same, and which id each key of the seed got. */
export function createDocumentWithIds(
  ctx: CreateContext,
  seed: JourneySeed,
): CreatedDocument {
  const checked = v.safeParse(journeySeed, seed);
  if (!checked.success) {
    throw new JourneyError("invalid_seed", messageOf(checked.issues));
  }
  const builder = new Builder(ctx);
  builder.doc.transact(() => builder.build(checked.output));
  return builder;
}

function messageOf(issues: readonly v.BaseIssue<unknown>[]): string {
  return `seed refused at ${issues.map((issue) => v.getDotPath(issue) ?? "").join(", ")}`;
}

class Builder implements CreatedDocument {
  readonly doc = new Y.Doc();
  readonly columnIds = new Map<string, string>();
  readonly laneIds = new Map<string, string>();

  constructor(private readonly ctx: CreateContext) {}

  build(seed: CheckedSeed): void {
    this.buildMeta(seed);
    const personas = rootOf(this.doc, "personas");
    this.each(seed.personas, (personaId, pos) => personas.set(personaId, pos));
    this.each(seed.stages, (stage, pos) => this.buildStage(stage, pos));
    this.each(seed.lanes, (lane, pos) => this.buildLane(lane, pos));
    this.buildFailure(seed);
  }

  /** Where the journey breaks off, and what follows up on that: both point to touchpoints that are made by now. */
  private buildFailure({ breaksOffAt, stages }: CheckedSeed): void {
    const at = breaksOffAt && this.columnIds.get(breaksOffAt);
    if (at) rootOf(this.doc, "meta").set("breaksOffAt", at);
    for (const { key, recovers } of stages.flatMap(
      (s) => s.touchpoints ?? [],
    )) {
      if (recovers === undefined) continue;
      const from = this.columnIds.get(recovers)!;
      const link = `${from}:${this.columnIds.get(key)!}:${RECOVERY}`;
      rootOf(this.doc, "links").set(link, true);
    }
  }

  private buildMeta(seed: CheckedSeed): void {
    const meta = rootOf(this.doc, "meta");
    meta.set("schema", SCHEMA_VERSION);
    meta.set("title", new Y.Text(seed.title.toWellFormed()));
    meta.set("scenario", new Y.Text((seed.scenario ?? "").toWellFormed()));
    meta.set("customerWord", seed.customerWord ?? "");
    meta.set("state", seed.state ?? "current");
    meta.set("outcome", seed.outcome ?? "open");
    meta.set("locale", seed.locale);
    const { reviewEveryDays } = seed;
    if (typeof reviewEveryDays === "number")
      meta.set("reviewEveryDays", reviewEveryDays);
  }

  private buildStage(seed: CheckedSeed["stages"][number], pos: string): void {
    const {
      key,
      title,
      description,
      colour,
      touchpoints = [],
      attachments,
    } = seed;
    const stageId = this.add(
      "stages",
      newStage({ pos, title, description, colour }),
    );
    this.columnIds.set(key, stageId);
    this.attach(stageId, attachments);
    this.each(touchpoints, (touchpoint, place) =>
      this.buildTouchpoint(touchpoint, [stageId, place]),
    );
  }

  private buildTouchpoint(
    seed: NonNullable<CheckedSeed["stages"][number]["touchpoints"]>[number],
    loc: readonly [string, string],
  ): void {
    const {
      key,
      title,
      message,
      actualMessage,
      searchQueries,
      inspiration,
      ...rest
    } = seed;
    const {
      notes = "",
      checklist = [],
      channels = [],
      owners = [],
      emotions = {},
      ...more
    } = rest;
    const { attachments, recovers: _built, ...values } = more;
    const texts = { title, message, actualMessage, searchQueries, inspiration };
    const made = newTouchpoint(
      loc,
      texts,
      withoutNulls(values) as Record<string, unknown>,
    );
    const id = this.add("touchpoints", made);
    this.columnIds.set(key, id);
    fillNotes(made.notes, notes);
    this.each(checklist, (entry, pos) => {
      const item = typeof entry === "string" ? { text: entry } : entry;
      this.put(made.checklist, newChecklistItem({ ...item, pos }));
    });
    for (const channelId of channels)
      rootOf(this.doc, "channels").set(`${id}:${channelId}`, true);
    for (const { stakeholderId, role } of owners) {
      rootOf(this.doc, "owners").set(`${id}:${stakeholderId}`, role);
    }
    for (const [personaId, value] of Object.entries(emotions)) {
      rootOf(this.doc, "emotions").set(`${id}:${personaId}`, value);
    }
    this.attach(id, attachments);
  }

  private buildLane(seed: CheckedSeed["lanes"][number], pos: string): void {
    const { key, kind, title, hint, height, cards = {}, attachments } = seed;
    const info = LANE_KIND_INFO[kind];
    const { span = info.defaultSpan, visibility = "customer" } = seed;
    const hints = Object.entries(seed.cellHints ?? {}).flatMap(
      ([column, text]) => {
        const columnId = this.columnIds.get(column);
        return columnId === undefined
          ? []
          : [[columnId, text.toWellFormed()] as const];
      },
    );
    const cellHints = hints.length > 0 ? Object.fromEntries(hints) : null;
    const made = newLane({
      pos,
      kind,
      span,
      visibility,
      title,
      hint,
      height,
      cellHints,
    });
    const laneId = this.add("lanes", made);
    this.laneIds.set(key, laneId);
    this.attach(laneId, attachments);
    for (const [column, list] of Object.entries(cards)) {
      const columnId = this.columnIds.get(column)!;
      this.each(list, ({ text, attachments: files, ...values }, place) => {
        const fields = {
          text,
          values: withoutNulls(values) as Record<string, unknown>,
        };
        const kindOfCard = info.cardKind ?? "text";
        const card = newCard([columnId, laneId, place], kindOfCard, fields);
        this.attach(this.add("cards", card), files);
      });
    }
  }

  private attach(
    on: string,
    attachments: readonly AttachmentSeed[] = [],
  ): void {
    this.each(attachments, (attachment, pos) =>
      this.add("attachments", newAttachment({ ...attachment, on, pos })),
    );
  }

  private add(root: RootName, made: NewEntity): string {
    return this.put(rootOf(this.doc, root), made);
  }

  private put(holder: Y.Map<unknown>, made: NewEntity): string {
    const id = asId<AnyId>(this.ctx.newId());
    holder.set(id, made.entity);
    for (const [key, text] of made.later) {
      const held = made.entity.get(key);
      if (held instanceof Y.Text) held.insert(0, text);
    }
    return id;
  }

  private each<T>(
    items: readonly T[],
    build: (item: T, pos: string) => void,
  ): void {
    const options = { count: items.length, random: this.ctx.random };
    const keys = keysBetween(null, null, options)!;
    items.forEach((item, index) => build(item, keys[index]!));
  }
}
