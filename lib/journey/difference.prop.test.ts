import * as fc from "fast-check";
import * as Y from "yjs";
import { expect, test } from "vitest";
import { createDocument } from "./create";
import { difference } from "./difference";
import { applyDifference } from "./difference-apply";
import { rewriteText, textDifference } from "./difference-text";
import type { JourneyMap } from "./journey-map";
import { replaceText } from "./texts";
import { sortedJson } from "./plain";
import { canonicalJson, resolve } from "./resolve";
import { must, testContext } from "./testing/context";
import { FULL_SEED } from "./testing/sample";
import { ACT_NAMES, realActs, stopTyping } from "./testing/acts";
import type { ActName } from "./testing/acts";
import { START } from "./testing/start";
import { World } from "./testing/world";

/** A map without what no restoring brings back: the trash, and the order among what has no place. */
function kept(map: JourneyMap): string {
  const { trash: _trash, issues: _issues, tray, ...rest } = map;
  const sorted = (list: readonly { readonly id: string }[]) =>
    [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
  const tidy = {
    touchpoints: sorted(tray.touchpoints),
    cards: sorted(tray.cards),
  };
  return sortedJson({ ...rest, tray: tidy });
}

function copyOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc({ guid: "journey" });
  Y.applyUpdate(doc, state);
  return doc;
}

type Step = readonly [name: ActName, a: number, b: number, c: number];

/** A locked map is not restored; that is refused as a whole. */
const names = ACT_NAMES.filter((name) => name !== "lockStructure");
const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom(...names),
  fc.nat(60),
  fc.nat(60),
  fc.nat(60),
);
const script = fc.array(step, { minLength: 10, maxLength: 60, size: "max" });

/** The states of one document on the way through a script. */
function statesOf(steps: readonly Step[]): Uint8Array[] {
  const world = new World(START, 1);
  const person = world.people[0]!;
  const states = [Y.encodeStateAsUpdate(person.doc)];
  for (const [index, [name, a, b, c]] of steps.entries()) {
    realActs[name](person, { a, b, c }, world);
    if (index % 20 === 19) states.push(Y.encodeStateAsUpdate(person.doc));
  }
  stopTyping(person);
  states.push(Y.encodeStateAsUpdate(person.doc));
  world.end();
  return states;
}

function assertLeadsTo(doc: Y.Doc, wanted: JourneyMap): void {
  const ctx = testContext(doc, 3);
  const before = canonicalJson(resolve(doc));
  const changes = difference(JSON.parse(before) as JourneyMap, wanted);
  let updates = 0;
  doc.on("update", () => (updates += 1));
  must(applyDifference(ctx, changes));
  expect(updates).toBeLessThanOrEqual(1);
  expect(kept(resolve(doc))).toBe(kept(wanted));
  expect(difference(resolve(doc), wanted)).toEqual([]);
}

const RUNS = { numRuns: 120, seed: 20_261_122, endOnFailure: true };

test("[J90] a map differs from itself in nothing", () => {
  fc.assert(
    fc.property(script, (steps) => {
      for (const state of statesOf(steps)) {
        const map = resolve(copyOf(state));
        expect(difference(map, JSON.parse(canonicalJson(map)))).toEqual([]);
      }
    }),
    { ...RUNS, numRuns: 50 },
  );
});

test("[J91] [I10] going back: what was restored is what the version said", () => {
  fc.assert(
    fc.property(script, (steps) => {
      const states = statesOf(steps);
      const newest = states.at(-1)!;
      for (const state of states)
        assertLeadsTo(copyOf(newest), resolve(copyOf(state)));
    }),
    RUNS,
  );
});

test("[J91] going forward: what the document never held is made", () => {
  fc.assert(
    fc.property(script, (steps) => {
      const states = statesOf(steps);
      const newest = resolve(copyOf(states.at(-1)!));
      for (const state of states) assertLeadsTo(copyOf(state), newest);
    }),
    RUNS,
  );
});

test("[J91] every field there is comes back and goes away", () => {
  const ctx = testContext();
  const full = createDocument(ctx, FULL_SEED);
  const bare = createDocument(ctx, {
    title: "",
    locale: "nl",
    personas: [],
    stages: [],
    lanes: [],
  });
  const [fullMap, bareMap] = [resolve(full), resolve(bare)];
  assertLeadsTo(copyOf(Y.encodeStateAsUpdate(bare)), fullMap);
  const away = copyOf(Y.encodeStateAsUpdate(full));
  assertLeadsTo(away, bareMap);
  assertLeadsTo(away, fullMap);
});

const words = fc
  .array(
    fc.constantFrom("run", " ", "shoe", "👟", "é", "\n", "back ", ", ", "👩‍🦰"),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(""));

test("[J92] the parts of a text difference are the two texts", () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const parts = textDifference(before, after);
      const join = (skip: string) =>
        parts
          .filter(({ is }) => is !== skip)
          .map(({ text }) => text)
          .join("");
      expect(join("added")).toBe(before);
      expect(join("removed")).toBe(after);
      for (const { text } of parts) expect(text.isWellFormed()).toBe(true);
      const text = new Y.Doc().getText("");
      text.insert(0, before);
      rewriteText(text, before, after);
      expect(text.toString()).toBe(after);
    }),
    { numRuns: 2_000, seed: 20_261_122 },
  );
});

const CHARACTERS = "αβγδεζηθικ";

test("[J93] [FT-41] what ten people type while a version is restored survives, each character once", () => {
  fc.assert(
    fc.property(
      script,
      fc.array(fc.nat(200), { minLength: 10, maxLength: 10 }),
      (steps, places) => {
        const states = statesOf(steps);
        const server = copyOf(states.at(-1)!);
        const version = resolve(copyOf(states[0]!));
        const typists = places.map((place, index) => {
          const doc = copyOf(states.at(-1)!);
          const texts = [...doc.getMap("cards").values()].flatMap((card) => {
            const text = card instanceof Y.Map ? card.get("text") : null;
            return text instanceof Y.Text ? [text] : [];
          });
          const text = texts[place % texts.length]!;
          const points = Array.from(text.toString());
          points.splice(place % (points.length + 1), 0, CHARACTERS[index]!);
          const mark = CHARACTERS[index]!;
          replaceText(text, points.join(""), "typist");
          return { doc, mark };
        });
        const ctx = testContext(server, 9);
        must(applyDifference(ctx, difference(resolve(server), version)));
        for (const { doc } of typists)
          Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
        for (const { doc } of typists) {
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
          expect(canonicalJson(resolve(doc))).toBe(
            canonicalJson(resolve(server)),
          );
        }
        const all = [...server.getMap("cards").values()]
          .map((card) =>
            card instanceof Y.Map ? String(card.get("text")) : "",
          )
          .join("|");
        for (const { mark } of typists) expect(all.split(mark)).toHaveLength(2);
      },
    ),
    { ...RUNS, numRuns: 100 },
  );
});
