import * as Y from "yjs";
import { addCard, deleteCard, moveCard, reviveCard, setCard } from "../cards";
import { addChannel, removeChannel } from "../channels";
import { addChecklistItem } from "../checklist";
import { findRoot } from "../document";
import { setEmotion } from "../emotions";
import type { CardId, LaneId, StageId, TouchpointId } from "../ids";
import { addLane, deleteLane, moveLane, reviveLane } from "../lanes";
import { setOwner } from "../owners";
import {
  addStage,
  deleteStage,
  moveStage,
  reviveStage,
  setStage,
} from "../stages";
import { replaceText } from "../texts";
import {
  addTouchpoint,
  deleteTouchpoint,
  moveTouchpoint,
  reviveTouchpoint,
  setTouchpoint,
} from "../touchpoints";
import { trackText } from "../undo";
import { COLOURS, EMOTIONS, MEDIA, OWNER_ROLES } from "../vocabulary";
import { actsBeside, NAMES_BESIDE } from "./acts-beside";
import { beforeIn, cardBefore, cellAt, choose, idsIn } from "./picking";
import { CHANNELS, PERSONAS, STAKEHOLDERS } from "./start";
import { textsOf } from "./words";
import type { Act, Person, World } from "./world";

/** What a person may do in a script, by name. */
export type Acts = Readonly<Record<ActName, Act>>;

export const ACT_NAMES = [
  "addStage",
  "moveStage",
  "deleteStage",
  "reviveStage",
  "colourStage",
  "addTouchpoint",
  "moveTouchpoint",
  "deleteTouchpoint",
  "reviveTouchpoint",
  "setTouchpoint",
  "addLane",
  "moveLane",
  "deleteLane",
  "reviveLane",
  "addCard",
  "moveCard",
  "deleteCard",
  "reviveCard",
  "colourCard",
  "setEmotion",
  "addChannel",
  "removeChannel",
  "setOwner",
  "addChecklistItem",
  "type",
  "erase",
  "undo",
  "redo",
  ...NAMES_BESIDE,
] as const;
export type ActName = (typeof ACT_NAMES)[number];

export const realActs: Acts = {
  ...actsBeside,
  addStage: ({ ctx, ...person }, { a }) => {
    const ids = idsIn<StageId>({ ctx, ...person }, "stages");
    if (ids.length < 6)
      addStage(ctx, { title: "New", before: beforeIn(ids, a) });
  },
  moveStage: (person, { a, b }) => {
    const ids = idsIn<StageId>(person, "stages");
    const stageId = choose(ids, a);
    if (stageId) moveStage(person.ctx, { stageId, before: beforeIn(ids, b) });
  },
  deleteStage: (person, { a }) => {
    const stageId = choose(idsIn<StageId>(person, "stages"), a);
    if (stageId) deleteStage(person.ctx, { stageId });
  },
  reviveStage: (person, { a }) => {
    const stageId = choose(idsIn<StageId>(person, "stages", false), a);
    if (stageId) reviveStage(person.ctx, { stageId });
  },
  colourStage: (person, { a, b }) => {
    const stageId = choose(idsIn<StageId>(person, "stages"), a);
    if (stageId)
      setStage(person.ctx, { stageId, colour: choose([...COLOURS, null], b) });
  },
  addTouchpoint: (person, { a, b }) => {
    const stageId = choose(idsIn<StageId>(person, "stages"), a);
    const ids = idsIn<TouchpointId>(person, "touchpoints");
    if (stageId && ids.length < 10) {
      addTouchpoint(person.ctx, {
        stageId,
        before: beforeIn(ids, b),
        title: "New",
      });
    }
  },
  moveTouchpoint: (person, { a, b, c }) => {
    const ids = idsIn<TouchpointId>(person, "touchpoints");
    const touchpointId = choose(ids, a);
    const stageId = choose(idsIn<StageId>(person, "stages"), b);
    if (touchpointId && stageId) {
      moveTouchpoint(person.ctx, {
        touchpointId,
        stageId,
        before: beforeIn(ids, c),
      });
    }
  },
  deleteTouchpoint: (person, { a }) => {
    const touchpointId = choose(idsIn<TouchpointId>(person, "touchpoints"), a);
    if (touchpointId) deleteTouchpoint(person.ctx, { touchpointId });
  },
  reviveTouchpoint: (person, { a }) => {
    const touchpointId = choose(
      idsIn<TouchpointId>(person, "touchpoints", false),
      a,
    );
    if (touchpointId) reviveTouchpoint(person.ctx, { touchpointId });
  },
  setTouchpoint: (person, { a, b }) => {
    const touchpointId = choose(idsIn<TouchpointId>(person, "touchpoints"), a);
    const medium = choose([...MEDIA, null], b);
    if (touchpointId)
      setTouchpoint(person.ctx, { touchpointId, patch: { medium } });
  },
  addLane: (person, { a, b }) => {
    const ids = idsIn<LaneId>(person, "lanes");
    const kind = choose(["pain", "gain", "blueprint"] as const, a)!;
    if (ids.length < 6)
      addLane(person.ctx, { kind, title: "New", before: beforeIn(ids, b) });
  },
  moveLane: (person, { a, b }) => {
    const ids = idsIn<LaneId>(person, "lanes");
    const laneId = choose(ids, a);
    if (laneId) moveLane(person.ctx, { laneId, before: beforeIn(ids, b) });
  },
  deleteLane: (person, { a }) => {
    const laneId = choose(idsIn<LaneId>(person, "lanes"), a);
    if (laneId) deleteLane(person.ctx, { laneId });
  },
  reviveLane: (person, { a }) => {
    const laneId = choose(idsIn<LaneId>(person, "lanes", false), a);
    if (laneId) reviveLane(person.ctx, { laneId });
  },
  addCard: (person, { a, b }) => {
    const cell = cellAt(person, a, b);
    if (cell) addCard(person.ctx, { ...cell, text: "New" });
  },
  moveCard: (person, { a, b, c }) => {
    const ids = idsIn<CardId>(person, "cards");
    const cardId = choose(ids, a);
    const cell = cellAt(person, b, c);
    if (cardId && cell)
      moveCard(person.ctx, {
        ...cell,
        cardId,
        before: cardBefore(person, cell, a),
      });
  },
  deleteCard: (person, { a }) => {
    const cardId = choose(idsIn<CardId>(person, "cards"), a);
    if (cardId) deleteCard(person.ctx, { cardId });
  },
  reviveCard: (person, { a }) => {
    const cardId = choose(idsIn<CardId>(person, "cards", false), a);
    if (cardId) reviveCard(person.ctx, { cardId });
  },
  colourCard: (person, { a, b }) => {
    const cardId = choose(idsIn<CardId>(person, "cards"), a);
    if (cardId)
      setCard(person.ctx, { cardId, colour: choose([...COLOURS, null], b) });
  },
  setEmotion: (person, { a, b, c }) => {
    const touchpointId = choose(idsIn<TouchpointId>(person, "touchpoints"), a);
    const value = choose([...EMOTIONS, null], c) ?? null;
    if (touchpointId) {
      setEmotion(person.ctx, {
        touchpointId,
        personaId: choose(PERSONAS, b)!,
        value,
      });
    }
  },
  addChannel: (person, { a, b }) => {
    const touchpointId = choose(idsIn<TouchpointId>(person, "touchpoints"), a);
    if (touchpointId)
      addChannel(person.ctx, { touchpointId, channelId: choose(CHANNELS, b)! });
  },
  removeChannel: (person, { a, b }) => {
    const touchpointId = choose(idsIn<TouchpointId>(person, "touchpoints"), a);
    if (touchpointId)
      removeChannel(person.ctx, {
        touchpointId,
        channelId: choose(CHANNELS, b)!,
      });
  },
  setOwner: (person, { a, b, c }) => {
    const touchpointId = choose(idsIn<TouchpointId>(person, "touchpoints"), a);
    const role = choose([...OWNER_ROLES, null], c) ?? null;
    if (touchpointId) {
      setOwner(person.ctx, {
        touchpointId,
        stakeholderId: choose(STAKEHOLDERS, b)!,
        role,
      });
    }
  },
  addChecklistItem: (person, { a }) => {
    const touchpointId = choose(idsIn<TouchpointId>(person, "touchpoints"), a);
    if (touchpointId)
      addChecklistItem(person.ctx, { touchpointId, text: "Check" });
  },
  type: (person, { a, b }, world) => {
    const found = choose(textPlaces(person), a);
    if (!found) return;
    const character = world.words.fresh();
    const points = Array.from(found.text.toString());
    points.splice(b % (points.length + 1), 0, character);
    edit(person, found.text, points.join(""));
    const operation = { session: person.session, number: person.operations };
    world.words.note(character, {
      text: found.name,
      session: person.session,
      operation,
    });
  },
  erase: (person, { a, b, c }, world) => {
    const found = choose(textPlaces(person), a);
    if (!found) return;
    const points = Array.from(found.text.toString());
    const gone = points.splice(b % (points.length + 1), 1 + (c % 3));
    world.words.erase(gone, person.session);
    edit(person, found.text, points.join(""));
  },
  undo: (person, _picks, world) =>
    stepBack(person, world, () => person.ctx.undo.undo()),
  redo: (person, _picks, world) =>
    stepBack(person, world, () => person.ctx.undo.redo()),
};

/** What undo takes away must be one's own; what it touches may be gone or back from then on. */
export function stepBack(
  person: Person,
  world: World,
  run: () => unknown,
): void {
  stopTyping(person);
  const before = textsOf(person.doc);
  const check = (transaction: Y.Transaction) => assertOwn(person, transaction);
  person.doc.on("afterTransaction", check);
  run();
  person.doc.off("afterTransaction", check);
  const after = textsOf(person.doc);
  for (const [name, text] of before) {
    const left = new Set(after.get(name));
    const gone = Array.from(text).filter((character) => !left.has(character));
    for (const character of gone) {
      if (!world.words.mayTake(character, person.session))
        throw new Error(`I7: undo took away ${name}`);
    }
    world.words.withdraw(gone);
  }
  for (const [name, text] of after) {
    const had = new Set(before.get(name));
    world.words.withdraw(
      Array.from(text).filter((character) => !had.has(character)),
    );
  }
}

/** I7: a register that an undo writes over must have been written by the same tab. */
function assertOwn(person: Person, transaction: Y.Transaction): void {
  for (const [type, keys] of transaction.changed) {
    if (!(type instanceof Y.Map)) continue;
    for (const key of keys) {
      const item = key === null ? undefined : type._map.get(key);
      const over = item?.deleted ? item : item?.left;
      if (!over || !Y.isDeleted(transaction.deleteSet, over.lastId)) continue;
      if (over.lastId.client !== person.doc.clientID)
        throw new Error(`I7: undo wrote over ${key}`);
    }
  }
}

export function stopTyping(person: Person): void {
  person.typing?.session.close();
  person.typing = null;
}

function edit(person: Person, text: Y.Text, next: string): void {
  const { origin, undo } = person.ctx;
  if (person.typing?.text !== text) {
    stopTyping(person);
    person.typing = { text, session: trackText(undo, text, { origin }) };
  }
  replaceText(text, next, origin);
}

function textPlaces(
  person: Person,
): { readonly name: string; readonly text: Y.Text }[] {
  const places: { name: string; text: Y.Text }[] = [];
  for (const [root, key] of [
    ["cards", "text"],
    ["stages", "title"],
    ["touchpoints", "message"],
  ] as const) {
    for (const [id, entity] of findRoot(person.doc, root)?.entries() ?? []) {
      const text: unknown = entity instanceof Y.Map ? entity.get(key) : null;
      if (text instanceof Y.Text)
        places.push({ name: `${root}/${id}/${key}`, text });
    }
  }
  return places;
}
