import * as Y from "yjs";
import { Plan, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { placeThings, rootOfKind } from "./difference-place";
import { thingChanges } from "./difference-fields";
import { rewriteText } from "./difference-text";
import type {
  Change,
  CheckChange,
  Difference,
  PersonaChange,
  TextChange,
  Thing,
  ThingChange,
} from "./difference-types";
import { entityOf } from "./document";
import { newChecklistItem } from "./entities";
import type { PersonaId } from "./ids";
import type { JourneyMap } from "./journey-map";
import { MAX_CARDS } from "./limits";
import { checklistOf, countLiveCards, liveEntity, personasOf } from "./lists";
import { notesOf, writeNotes } from "./notes";
import { placeAt } from "./order";
import type { Placed } from "./order";
import { withoutNulls } from "./patch";
import { resolve } from "./resolve";
import type { RegisterPath } from "./register";
import { textOf } from "./texts";
import { cleanText } from "./values";

/**
 * Does what a difference says, by ordinary writes in one transaction: registers are set, things go to the
 * trash or come out of it, texts change word by word. What others type at the same time survives.
 *
 * It is on no undo stack; applying the difference the other way round takes it back.
 */
export function applyDifference(
  ctx: CommandContext,
  changes: Difference,
): CommandResult {
  const refusal =
    refusalOf(ctx, changes.some(isStructural) ? "structure" : "content") ??
    refusalOfSize(ctx, changes);
  if (refusal !== null) return refusal;
  const { undo: _none, ...quiet } = ctx;
  ctx.doc.transact(() => new Applying(quiet, changes).run(), ctx.origin);
  return { ok: true };
}

const STRUCTURE: ReadonlySet<string> = new Set(["stage", "touchpoint", "lane"]);

function isStructural(change: Change): boolean {
  switch (change.kind) {
    case "added":
    case "revived":
    case "removed":
    case "moved":
      return STRUCTURE.has(change.thing.kind);
    default:
      return false;
  }
}

function refusalOfSize(ctx: CommandContext, changes: Difference) {
  let growth = 0;
  for (const change of changes) {
    if (!("thing" in change) || change.thing.kind !== "card") continue;
    if (change.kind === "removed") growth -= 1;
    else if (change.kind !== "moved") growth += 1;
  }
  return growth > 0 && countLiveCards(ctx.doc) + growth > MAX_CARDS
    ? refuse("too_many_cards")
    : null;
}

function hasCome(change: Change): change is ThingChange {
  return change.kind === "added" || change.kind === "revived";
}

class Applying {
  constructor(
    private readonly ctx: CommandContext,
    private readonly changes: Difference,
  ) {}

  run(): void {
    const { ctx, changes } = this;
    const personas = changes.filter((change) => change.kind === "persona");
    this.remove();
    for (const persona of personas) this.setPersona(persona);
    placeThings(ctx, changes);
    for (const change of changes) this.change(change);
    this.complete(changes.filter(hasCome), personas);
  }

  /** All under one stamp, so that a stage returns with what went with it. */
  private remove(): void {
    const { doc, actorId, now } = this.ctx;
    const stamp = { by: actorId, at: now() };
    const plan = new Plan(this.ctx);
    for (const change of this.changes) {
      if (change.kind !== "removed") continue;
      const { kind, value } = change.thing;
      const root = rootOfKind(kind);
      if (liveEntity(doc, root, value.id) !== null)
        plan.set([root, value.id, "del"], stamp);
    }
    plan.commit();
  }

  private set(path: RegisterPath, value: unknown): void {
    new Plan(this.ctx).set(path, value ?? undefined).commit();
  }

  private change(change: Change): void {
    switch (change.kind) {
      case "renamed":
      case "text":
        return this.write(change);
      case "set": {
        const value = withoutNulls(change.after);
        return this.set(
          change.of === "meta"
            ? ["meta", change.field]
            : [rootOfKind(change.of), change.id, change.field],
          value,
        );
      }
      case "channel": {
        const key = `${change.touchpointId}:${change.channelId}`;
        return this.set(["channels", key], change.is === "added" || null);
      }
      case "owner": {
        const key = `${change.touchpointId}:${change.stakeholderId}`;
        return this.set(["owners", key], change.after);
      }
      case "emotion": {
        const key = `${change.touchpointId}:${change.personaId}`;
        return this.set(["emotions", key], change.after);
      }
      case "link": {
        const { from, to, kind } = change.link;
        const key = `${from}:${to}:${kind}`;
        return this.set(["links", key], change.is === "added" || null);
      }
      case "check":
        return this.check(change);
      case "added":
      case "revived":
      case "removed":
      case "moved":
      case "persona":
        return;
    }
  }

  private write({ ref, after }: TextChange): void {
    const { doc, origin } = this.ctx;
    if (ref.kind === "notes") {
      const notes = notesOf(doc, ref.id);
      if (notes !== null) writeNotes(notes, after, origin);
      return;
    }
    const text = textOf(doc, ref);
    if (text === null) return;
    const now = Y.Text.prototype.toString.call(text);
    if (cleanText(now) !== after) rewriteText(text, now, after);
  }

  private check(change: CheckChange): void {
    const { ctx } = this;
    const { touchpointId, item } = change;
    const checklist = entityOf(ctx.doc, "touchpoints", touchpointId)?.get(
      "checklist",
    );
    if (!(checklist instanceof Y.Map)) return;
    const path = ["touchpoints", touchpointId, "checklist", item.id] as const;
    if (change.is === "removed") {
      const stamp = { by: ctx.actorId, at: ctx.now() };
      if (checklist.has(item.id)) this.set([...path, "del"], stamp);
      return;
    }
    if (change.is === "answered") return this.set([...path, "done"], item.done);
    const others = checklistOf(checklist).filter(({ id }) => id !== item.id);
    const pos = this.keyBehind(others, change.after, (id, key) =>
      this.set(["touchpoints", touchpointId, "checklist", id, "pos"], key),
    );
    if (!checklist.has(item.id)) {
      new Plan(ctx).create(path, newChecklistItem({ ...item, pos })).commit();
      return;
    }
    this.set([...path, "pos"], pos);
    if (change.is === "moved") return;
    this.set([...path, "del"], null);
    this.set([...path, "done"], item.done);
    const ref = { kind: "checklist", touchpointId, id: item.id } as const;
    this.write({ kind: "text", ref, before: "", after: item.text });
  }

  private setPersona(change: PersonaChange): void {
    const { personaId } = change;
    if (change.is === "removed") return this.set(["personas", personaId], null);
    const others = personasOf(this.ctx.doc).filter(
      ({ id }) => id !== personaId,
    );
    const pos = this.keyBehind(others, change.after, (id, key) =>
      this.set(["personas", id], key),
    );
    this.set(["personas", personaId], pos);
  }

  private keyBehind(
    list: readonly Placed[],
    after: string | null,
    rekey: (id: string, pos: string) => void,
  ): string {
    const index = list.findIndex(({ id }) => id === after) + 1;
    const { random } = this.ctx;
    const placement = placeAt(
      list,
      after !== null && index === 0 ? list.length : index,
      { count: 1, random },
    );
    for (const { id, pos } of placement.rekeyed) rekey(id, pos);
    return placement.keys[0]!;
  }

  /** What came back may have changed before it went, and what was made anew is still bare. */
  private complete(
    came: readonly ThingChange[],
    personas: readonly PersonaChange[],
  ): void {
    const linked = personas.filter((change) => change.is === "added");
    if (came.length === 0 && linked.length === 0) return;
    const now = resolve(this.ctx.doc);
    const things = thingsOf(now);
    const shown = new Set(now.personas);
    for (const { thing } of came) {
      const held = things.get(thing.value.id);
      if (held?.kind !== thing.kind) continue;
      for (const change of thingChanges(held, thing, shown))
        this.change(change);
    }
    this.dropStrayAttachments(came, now);
    for (const { personaId, emotions } of linked)
      this.setEmotions(personaId, emotions, things);
  }

  /** Hung on something after the version and hidden with it since. */
  private dropStrayAttachments(
    came: readonly ThingChange[],
    now: JourneyMap,
  ): void {
    const wanted = new Set<string>(came.map(({ thing }) => thing.value.id));
    const stamp = { by: this.ctx.actorId, at: this.ctx.now() };
    for (const { thing } of came) {
      for (const { id } of now.attachments[thing.value.id] ?? [])
        if (!wanted.has(id)) this.set(["attachments", id, "del"], stamp);
    }
  }

  private setEmotions(
    personaId: PersonaId,
    emotions: Readonly<Record<string, number>>,
    things: ReadonlyMap<string, Thing>,
  ): void {
    for (const [id, { kind }] of things) {
      if (kind !== "touchpoint") continue;
      this.set(["emotions", `${id}:${personaId}`], emotions[id] ?? null);
    }
  }
}

function thingsOf(map: JourneyMap): Map<string, Thing> {
  const things = new Map<string, Thing>();
  const put = (thing: Thing) => things.set(thing.value.id, thing);
  for (const stage of map.stages) put({ kind: "stage", value: stage });
  for (const value of map.lanes) put({ kind: "lane", value });
  for (const value of [
    ...map.stages.flatMap(({ touchpoints }) => touchpoints),
    ...map.tray.touchpoints,
  ])
    put({ kind: "touchpoint", value });
  for (const value of [...Object.values(map.cells).flat(), ...map.tray.cards])
    put({ kind: "card", value });
  for (const value of Object.values(map.attachments).flat())
    put({ kind: "attachment", value });
  return things;
}
