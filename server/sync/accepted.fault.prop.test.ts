import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { ROOTS } from "@/lib/journey/document";
import { isId } from "@/lib/journey/ids";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { testDocument } from "@/lib/journey/testing/context";
import { assertWholeMap } from "@/lib/journey/testing/invariants";
import { FULL_SEED } from "@/lib/journey/testing/sample";
import { guardUpdate } from "./guard";
import { LiveDocument } from "./live-document";
import { copyOf, updateBy } from "./testing/updates";

const { doc } = testDocument(FULL_SEED);
const state = Y.encodeStateAsUpdate(doc);
const ids = ROOTS.flatMap((root) => [...doc.getMap(root).keys()]);
const fields = [
  "pos title loc del text kind on url name medium message notes checklist",
  "span visibility colour metric decision score task collapsed timing dropOff",
  "momentOfTruth cellHints height hint schema locale state nobody-knows",
]
  .join(" ")
  .split(" ");

const id = fc.oneof(
  { arbitrary: fc.constantFrom(...ids), weight: 5 },
  { arbitrary: fc.uuid(), weight: 1 },
  { arbitrary: fc.constantFrom("", "x", "a:b", "\u0000"), weight: 1 },
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  id,
  fc.array(id, { minLength: 1, maxLength: 4 }),
  fc.tuple(id, id, fc.constantFrom("a0", "!", "zzz")),
  fc.constantFrom(-2, 0, 2, Number.NaN, 1e308, true, "responsible"),
  fc.record(
    { by: id, at: fc.oneof(fc.nat(), fc.constant("never")) },
    { noNullPrototype: true },
  ),
);
const kind = fc.constantFrom("value", "text", "map", "list", "xml", "delete");
const wild = fc.record(
  {
    root: fc.constantFrom(...ROOTS),
    id,
    field: fc.option(fc.constantFrom(...fields), { freq: 3 }),
    kind,
    value,
  },
  { noNullPrototype: true },
);
type Write = typeof wild extends fc.Arbitrary<infer T> ? T : never;

const uuid = fc.oneof(fc.constantFrom(...ids.filter(isId)), fc.uuid());
const pos = fc.constantFrom("a0", "a1", "Zz", "a0V");
const del = fc.record(
  { by: fc.uuid(), at: fc.nat() },
  { noNullPrototype: true },
);

/** What a program may write that means it well: values of the right shape, about things that may be gone. */
const fitting = fc.oneof(
  at("cards", "loc", fc.tuple(uuid, uuid, pos)),
  at("touchpoints", "loc", fc.tuple(uuid, pos)),
  at("stages", "pos", pos),
  at("lanes", "pos", pos),
  at("attachments", "on", uuid),
  ...(["stages", "touchpoints", "lanes", "cards", "attachments"] as const).map(
    (root) => at(root, "del", del),
  ),
  at("cards", "task", fc.constant({ status: "open" })),
  pair("owners", fc.constantFrom("responsible", "involved")),
  pair("emotions", fc.constantFrom(-2, -1, 0, 1, 2)),
  pair("channels", fc.constant(true)),
);

function at(
  root: Write["root"],
  field: string,
  held: fc.Arbitrary<unknown>,
): fc.Arbitrary<Write> {
  const of = fc.constantFrom(...doc.getMap(root).keys());
  return fc
    .tuple(of, held, fc.boolean())
    .map(([one, written, isGone]): Write => {
      const made = { root, id: one, field, value: written } as const;
      const goes = isGone && field === "del";
      return { ...made, kind: goes ? "delete" : "value" };
    });
}

function pair(
  root: Write["root"],
  held: fc.Arbitrary<unknown>,
): fc.Arbitrary<Write> {
  return fc.tuple(uuid, uuid, held).map(([a, b, written]): Write => {
    const made = { root, id: `${a}:${b}`, field: null, value: written };
    return { ...made, kind: "value" };
  });
}

function typeOf({ kind: what, value: held }: Write): unknown {
  if (what === "text") return new Y.Text("typed");
  if (what === "xml") return new Y.XmlFragment();
  if (what === "list") return Y.Array.from([held as string]);
  return what === "map" ? new Y.Map([["title", held]]) : held;
}

/** Writes as a program may that holds to no rule of ours but that of the types' names. */
function writeAt(copy: Y.Doc, made: Write): void {
  const root = copy.getMap<unknown>(made.root);
  const entity = root.get(made.id);
  const [holder, key] =
    made.field !== null && entity instanceof Y.Map
      ? [entity as Y.Map<unknown>, made.field]
      : [root, made.id];
  if (made.kind === "delete") holder.delete(key);
  else holder.set(key, typeOf(made));
}

test("[I6] whatever was accepted into a map, it is drawn whole, the same for everybody", () => {
  let accepted = 0;
  let refused = 0;
  fc.assert(
    fc.property(
      fc.array(
        fc.array(fc.oneof({ arbitrary: fitting, weight: 9 }, wild), {
          minLength: 1,
          maxLength: 3,
        }),
        { minLength: 1, maxLength: 6 },
      ),
      (frames) => {
        let before = state;
        for (const frame of frames) {
          const copy = new Y.Doc();
          Y.applyUpdate(copy, before);
          const bytes = updateBy(copyOf(copy, 7), (mine) =>
            frame.forEach((made) => writeAt(mine, made)),
          );
          copy.destroy();
          if (guardUpdate(bytes, 32) !== "ok") continue;
          const live = new LiveDocument(
            { snapshot: before, tail: [] },
            2 ** 30,
          );
          live.learnAuthors(new Map());
          const { row, stop } = live.integrate([bytes], "user:mallory");
          if (row !== null && stop === null) {
            accepted += 1;
            const map = resolve(live.doc);
            assertWholeMap(live.doc, map);
            before = Y.encodeStateAsUpdate(live.doc);
            const elsewhere = copyOf(live.doc);
            expect(canonicalJson(resolve(elsewhere))).toBe(canonicalJson(map));
            elsewhere.destroy();
          } else refused += 1;
          live.destroy();
        }
      },
    ),
    { numRuns: 60, seed: 20_261_129, endOnFailure: true },
  );
  // Neither is an empty promise.
  expect(accepted).toBeGreaterThan(40);
  expect(refused).toBeGreaterThan(10);
});
