import * as fc from "fast-check";
import * as Y from "yjs";
import type { JourneyMap } from "../journey-map";
import type { LiveMap } from "../live-map";
import { sortedJson } from "../plain";
import { resolve } from "../resolve";
import { ACT_NAMES, realActs, stopTyping } from "./acts";
import { NAMES_BESIDE } from "./acts-beside";
import type { Acts } from "./acts";
import { RowStore, assertThat, assertWholeMap } from "./invariants";
import type { PlaceIn } from "./invariants";
import type { PlaceOfCard } from "./placements";
import { START } from "./start";
import { World } from "./world";
import type { Person, Picks } from "./world";

/** What a script runs against: the core itself, or a mutant of it that the harness must catch. */
export interface Subject {
  readonly acts: Acts;
  readonly view: (doc: Y.Doc) => JourneyMap;
  /** Whether the live map stands for the view; a mutant's own view has no incremental form. */
  readonly isIncremental: boolean;
  readonly start?: Uint8Array;
  /** Where a mutant keeps the place of a card, or the order of a list, if elsewhere than the core. */
  readonly placeOfCard?: PlaceOfCard;
  readonly placeIn?: PlaceIn;
}

export const realSubject: Subject = {
  acts: realActs,
  view: resolve,
  isIncremental: true,
};

const NETWORK_STEPS = [
  "deliverUp",
  "deliverDown",
  "deliverAll",
  "reorder",
  "double",
  "drop",
  "leave",
  "return",
  "join",
  "reloadWithCopy",
  "reloadWithout",
  "restart",
] as const;
type NetworkStep = (typeof NETWORK_STEPS)[number];

export type StepName = (typeof ACT_NAMES)[number] | NetworkStep;

/** Name of the step, which person, and three numbers to choose by. */
export type Step = readonly [
  name: StepName,
  who: number,
  a: number,
  b: number,
  c: number,
];

export interface Script {
  readonly people: number;
  readonly steps: readonly Step[];
}

/** Commands; what the network does comes on top. */
const MIN_COMMANDS = 60;
const MAX_COMMANDS = 66;
const MIN_NETWORK = 12;
const MAX_NETWORK = 24;
const MAX_PEOPLE = 5;

/** How often each step comes; what collides most comes most. */
const WEIGHTS: Partial<Record<StepName, number>> = {
  moveCard: 8,
  type: 8,
  undo: 7,
  addCard: 5,
  deliverUp: 8,
  deliverDown: 8,
  deliverAll: 4,
  moveStage: 4,
  moveTouchpoint: 4,
  colourCard: 4,
  setEmotion: 4,
  redo: 3,
  erase: 3,
  deleteCard: 3,
  reviveCard: 3,
  setOwner: 3,
};
const USUAL_WEIGHT = 2;
const RARE: ReadonlySet<StepName> = new Set([
  ...NAMES_BESIDE,
  "join",
  "reloadWithout",
  "restart",
]);

const pick = fc.nat(60);

/** One of these steps, each as often as its weight says. */
function stepOf(names: readonly StepName[]): fc.Arbitrary<Step> {
  const weighed = names.map((name) => ({
    arbitrary: fc.constant(name),
    weight: RARE.has(name) ? 1 : (WEIGHTS[name] ?? USUAL_WEIGHT),
  }));
  const who = fc.nat(MAX_PEOPLE - 1);
  return fc.tuple(fc.oneof(...weighed), who, pick, pick, pick);
}

/**
 * Scripts of at least 60 commands, with the network between them: with the usual sizes of fast-check the worst
 * faults stay unseen.
 */
export function scripts(people: number): fc.Arbitrary<Script> {
  const commands = fc.array(stepOf(ACT_NAMES), {
    minLength: MIN_COMMANDS,
    maxLength: MAX_COMMANDS,
    size: "max",
  });
  const at = fc.nat(MIN_COMMANDS);
  const network = fc.array(fc.tuple(at, stepOf(NETWORK_STEPS)), {
    minLength: MIN_NETWORK,
    maxLength: MAX_NETWORK,
    size: "max",
  });
  return fc.tuple(commands, network).map(([acts, between]) => ({
    people,
    steps: acts.flatMap((act, index) => [
      ...between.flatMap(([place, step]) => (place === index ? [step] : [])),
      act,
    ]),
  }));
}

/** Runs a script and checks every invariant at its end, and most of them on the way. */
export function runScript(
  script: Script,
  subject: Subject = realSubject,
): void {
  const start = subject.start ?? START;
  const world = new World(start, script.people, subject.placeOfCard);
  const rows = new RowStore();
  const follow = () => {
    const { live, doc } = world.server;
    if (subject.isIncremental) rows.follow(live.get(), doc);
  };
  try {
    for (const [index, step] of script.steps.entries()) {
      takeStep(world, subject, step);
      if (index % CHECK_EVERY !== CHECK_EVERY - 1) continue;
      checkOnTheWay(world, subject, index);
      follow();
    }
    for (const person of world.people) stopTyping(person);
    world.settle();
    follow();
    checkEnd(world, subject, start.length);
  } finally {
    world.end();
  }
}

const CHECK_EVERY = 40;

function takeStep(
  world: World,
  subject: Subject,
  [name, who, a, b, c]: Step,
): void {
  const index = who % world.people.length;
  const person = world.people[index]!;
  if (isNetworkStep(name))
    takeNetworkStep(world, { name, index, person, pick: a });
  else subject.acts[name](person, { a, b, c } satisfies Picks, world);
}

function isNetworkStep(name: StepName): name is NetworkStep {
  return (NETWORK_STEPS as readonly string[]).includes(name);
}

function takeNetworkStep(
  world: World,
  step: { name: NetworkStep; index: number; person: Person; pick: number },
): void {
  const { name, index, person, pick } = step;
  const way = pick % 2 === 0 ? "up" : "down";
  switch (name) {
    case "deliverUp":
      return world.deliver(person, { way: "up", pick: 0, isDoubled: false });
    case "deliverDown":
      return world.deliver(person, { way: "down", pick: 0, isDoubled: false });
    case "deliverAll":
      while (person.isOnline && person[way].length > 0) {
        world.deliver(person, { way, pick: 0, isDoubled: false });
      }
      return;
    case "reorder":
      return world.deliver(person, { way, pick, isDoubled: false });
    case "double":
      return world.deliver(person, { way, pick, isDoubled: true });
    case "drop":
      return world.drop(person, way, pick);
    case "leave":
      return world.setOnline(person, false);
    case "return":
      return world.setOnline(person, true);
    case "join":
      if (world.people.length < MAX_PEOPLE) world.join();
      return;
    case "reloadWithCopy":
      return world.reload(index, true);
    case "reloadWithout":
      return world.reload(index, false);
    case "restart":
      return world.restart();
  }
}

/** What holds at any time: one person and the server are looked at, everyone in turn. */
function checkOnTheWay(world: World, subject: Subject, turn: number): void {
  const person = world.people[turn % world.people.length]!;
  viewOf(subject, person);
  viewOf(subject, world.server);
}

/** The canonical view of a replica, once the replica itself holds what it must. */
function viewOf(
  subject: Subject,
  replica: { readonly doc: Y.Doc; readonly live?: LiveMap },
): string {
  const { doc, live } = replica;
  const map = subject.view(doc);
  assertWholeMap(doc, map, subject.placeIn);
  const text = sortedJson(map);
  if (subject.isIncremental && live !== undefined) {
    assertThat(
      sortedJson(live.get()) === text,
      "I8: the live map is not what resolve makes",
    );
  }
  return text;
}

function checkEnd(world: World, subject: Subject, startBytes: number): void {
  const { server, people, oracle, words, placements, growth } = world;
  const expected = viewOf(subject, server);
  // Replaying everything backwards is dear; one script in three has it done.
  const isThird = server.log.length % 3 === 0;
  const replayed = isThird ? [{ doc: shuffled(server.log) }] : [];
  const state = Y.encodeStateAsUpdate(server.doc);
  const replicas = [...people, { doc: loaded(state) }, ...replayed];
  for (const replica of replicas) {
    assertThat(viewOf(subject, replica) === expected, "I1: replicas differ");
    const { pendingStructs, pendingDs } = replica.doc.store;
    assertThat(
      pendingStructs === null && pendingDs === null,
      "I11: something is still pending",
    );
  }
  for (const mismatch of oracle.mismatches(server.doc))
    throw new Error(`oracle: ${mismatch}`);
  for (const torn of placements.mismatches(server.doc))
    throw new Error(`oracle: ${torn}`);
  const limit = growth.limit(startBytes);
  assertThat(
    state.length <= limit,
    `I12: ${state.length} bytes, where ${limit} would do`,
  );
  for (const lost of words.missing(server.doc)) throw new Error(`I5: ${lost}`);
}

/** Everything that was ever sent, backwards and then once more. */
function shuffled(log: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ guid: "journey" });
  for (const update of [...log].reverse()) Y.applyUpdate(doc, update);
  for (const update of log) Y.applyUpdate(doc, update);
  return doc;
}

function loaded(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc({ guid: "journey" });
  Y.applyUpdate(doc, state);
  return doc;
}

/** A script as lines that can be pinned: `choose` is by remainder, so shrunk numbers stay readable. */
export function printScript({ people, steps }: Script): string {
  return `${people} people\n${steps.map((step) => JSON.stringify(step)).join("\n")}`;
}
