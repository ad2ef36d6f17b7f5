import * as Y from "yjs";
import {
  addAttachment,
  deleteAttachment,
  moveAttachment,
  renameAttachment,
  reviveAttachment,
} from "../attachments";
import { setCard } from "../cards";
import type { CardPatch } from "../cards";
import { findRoot } from "../document";
import type {
  AttachmentId,
  CardId,
  EntityId,
  StageId,
  TouchpointId,
} from "../ids";
import { link, unlink } from "../links";
import { linkPersona, setMeta, unlinkPersona } from "../meta";
import { notesOf, notesText, setNotesText } from "../notes";
import {
  DECISION_STATUSES,
  JOURNEY_STATES,
  OUTCOMES,
  TASK_STATUSES,
} from "../vocabulary";
import { beforeIn, choose, idsIn } from "./picking";
import { PERSONAS, STAKEHOLDERS } from "./start";
import type { Act, Person, Picks } from "./world";

export const NAMES_BESIDE = [
  "linkPersona",
  "unlinkPersona",
  "addAttachment",
  "renameAttachment",
  "moveAttachment",
  "deleteAttachment",
  "reviveAttachment",
  "setTask",
  "setScore",
  "setMetric",
  "decideCard",
  "link",
  "unlink",
  "writeNotes",
  "setMeta",
  "lockStructure",
] as const;
type NameBeside = (typeof NAMES_BESIDE)[number];

/** Sets a value of a card, or takes it away. */
const valueOfCard =
  (patchOf: (picks: Picks) => CardPatch): Act =>
  (person, picks) => {
    const cardId = choose(idsIn<CardId>(person, "cards"), picks.a);
    if (cardId) setCard(person.ctx, { cardId, ...patchOf(picks) });
  };

/** Anything that something else can hang on or lead to. */
function thingAt(person: Person, pick: number): EntityId | undefined {
  return choose(
    [
      ...idsIn<StageId>(person, "stages"),
      ...idsIn<TouchpointId>(person, "touchpoints"),
      ...idsIn<CardId>(person, "cards"),
    ],
    pick,
  );
}

function attachmentAt(
  person: Person,
  pick: number,
  isLive = true,
): AttachmentId | undefined {
  return choose(idsIn<AttachmentId>(person, "attachments", isLive), pick);
}

/** What goes on beside the grid: whom it is about, what hangs on it, what is written down about a card. */
export const actsBeside: Readonly<Record<NameBeside, Act>> = {
  linkPersona: (person, { a, b }) =>
    void linkPersona(person.ctx, {
      personaId: choose(PERSONAS, a)!,
      before: beforeIn(PERSONAS, b),
    }),
  unlinkPersona: (person, { a }) =>
    void unlinkPersona(person.ctx, { personaId: choose(PERSONAS, a)! }),
  addAttachment: (person, { a, b }) => {
    const on = thingAt(person, a);
    const before = beforeIn(idsIn<AttachmentId>(person, "attachments"), b);
    const url = "https://example.org/";
    if (on)
      addAttachment(person.ctx, { on, kind: "link", name: "New", url, before });
  },
  renameAttachment: (person, { a, b }) => {
    const attachmentId = attachmentAt(person, a);
    if (attachmentId)
      renameAttachment(person.ctx, { attachmentId, name: `Name ${b}` });
  },
  moveAttachment: (person, { a, b }) => {
    const attachmentId = attachmentAt(person, a);
    const before = beforeIn(idsIn<AttachmentId>(person, "attachments"), b);
    if (attachmentId) moveAttachment(person.ctx, { attachmentId, before });
  },
  deleteAttachment: (person, { a }) => {
    const attachmentId = attachmentAt(person, a);
    if (attachmentId) deleteAttachment(person.ctx, { attachmentId });
  },
  reviveAttachment: (person, { a }) => {
    const attachmentId = attachmentAt(person, a, false);
    if (attachmentId) reviveAttachment(person.ctx, { attachmentId });
  },
  setTask: valueOfCard(({ b, c }) => ({
    task:
      choose(
        TASK_STATUSES.map((status) => ({
          status,
          stakeholderId: choose(STAKEHOLDERS, c)!,
          due: `2026-12-${10 + (c % 20)}`,
        })),
        b,
      ) ?? null,
  })),
  setScore: valueOfCard(({ b, c }) => ({
    score: { customerValue: b, businessValue: c, effort: b % 6 },
  })),
  setMetric: valueOfCard(({ b, c }) => ({
    metric: c % 4 === 0 ? null : { value: b / 4, unit: "%" },
  })),
  decideCard: valueOfCard(({ b, c }) => ({
    decision: {
      status: choose(DECISION_STATUSES, b)!,
      reason: c % 2 === 0 ? "" : "Comes up often",
    },
  })),
  link: (person, { a, b }) => {
    const [from, to] = [thingAt(person, a), thingAt(person, b)];
    if (from && to) link(person.ctx, { from, to, kind: "solved-by" });
  },
  unlink: (person, { a }) => {
    const keys = [...(findRoot(person.doc, "links")?.keys() ?? [])];
    const [from, to, kind] = choose(keys, a)?.split(":") ?? [];
    if (from && to && kind) unlink(person.ctx, { from, to, kind });
  },
  // Whole lines only, at the end: what an editor of rich text does inside one is the texts' part.
  writeNotes: (person, { a }, world) => {
    const touchpointId = choose(idsIn<TouchpointId>(person, "touchpoints"), a);
    const notes = touchpointId && notesOf(person.doc, touchpointId);
    if (!touchpointId || !(notes instanceof Y.XmlFragment)) return;
    const character = world.words.fresh();
    const held = notesText(notes);
    const text = held === "" ? character : `${held}\n${character}`;
    if (!setNotesText(person.ctx, { touchpointId, text }).ok) return;
    world.words.note(character, {
      text: `touchpoints/${touchpointId}/notes`,
      session: person.session,
      operation: { session: person.session, number: person.operations },
    });
  },
  setMeta: (person, { a, b, c }) =>
    void setMeta(person.ctx, {
      ...(a % 2 === 0 && { state: choose(JOURNEY_STATES, b)! }),
      ...(a % 3 === 0 && { outcome: choose(OUTCOMES, c)! }),
      reviewEveryDays: b % 4 === 0 ? null : b + 1,
    }),
  // Mostly opened: behind a lock little happens that could collide.
  lockStructure: (person, { a }) =>
    void setMeta(person.ctx, { structureLocked: a % 4 === 0 }),
};
