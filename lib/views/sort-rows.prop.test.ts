import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PersonaId } from "../journey/ids";
import { EMOTIONS, MEDIA, MESSAGE_STATUSES } from "../journey/vocabulary";
import {
  TABLE_FIELDS,
  personaKey,
  sortRows,
  sortValue,
  type TableKey,
  type TableWords,
} from "./sort-rows";
import type { TableRow } from "./table-rows";

const ANNA = "anna" as PersonaId;

const words: TableWords = {
  channelName: (id) => `Channel ${id}`,
  stakeholderName: (id) => `Person ${id}`,
  compare: (a, b) => a.localeCompare(b, "de"),
};

const count = fc.record({ own: fc.nat(3), ofStage: fc.nat(3) });
const optional = <T>(values: readonly T[]) =>
  fc.option(fc.constantFrom(...values));

const row = fc.record({
  touchpoint: fc.record({
    title: fc.string({ maxLength: 5 }),
    message: fc.string({ maxLength: 5 }),
    channels: fc.array(fc.constantFrom("a", "b"), { maxLength: 2 }),
    owners: fc.array(
      fc.record({
        stakeholderId: fc.constantFrom("x", "y"),
        role: fc.constantFrom("responsible", "involved"),
      }),
      { maxLength: 2 },
    ),
    medium: optional(MEDIA),
    messageStatus: optional(MESSAGE_STATUSES),
    momentOfTruth: fc.option(fc.constant({ kind: "zero", reason: "" })),
    dropOff: fc.option(
      fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }) }),
    ),
    checklist: fc.array(fc.constant({}), { maxLength: 2 }),
    emotions: fc.record(
      { [ANNA]: fc.constantFrom(...EMOTIONS) },
      {
        requiredKeys: [],
      },
    ),
  }),
  grounds: fc.constantFrom("none", "assumed", "partly", "grounded"),
  pains: count,
  gains: count,
  checked: fc.nat(2),
  files: fc.nat(2),
});

const rows = fc
  .array(row, { maxLength: 20 })
  .map((made) =>
    made.map((one, index) => ({
      ...one,
      felt: one.touchpoint.emotions,
      stage: {},
      at: index + 1,
    })),
  )
  .map((made) => made as unknown as readonly TableRow[]);

const key = fc.constantFrom<TableKey>(...TABLE_FIELDS, personaKey(ANNA));
const direction = fc.constantFrom("ascending" as const, "descending" as const);

describe("sortRows", () => {
  it("[R54] keeps every row, puts what says nothing last and equal ones in the order of the map", () => {
    fc.assert(
      fc.property(rows, key, direction, (given, by, way) => {
        const sorted = sortRows(given, { key: by, direction: way }, words);
        expect(new Set(sorted)).toEqual(new Set(given));
        expect(sorted).toHaveLength(given.length);
        const values = sorted.map((one) => sortValue(one, by, words));
        const silent = values.findIndex((value) => value === null);
        if (silent >= 0)
          expect(values.slice(silent).every((v) => v === null)).toBe(true);
        sorted.slice(1).forEach((one, at) => {
          if (values[at] === values[at + 1])
            expect(sorted[at]!.at).toBeLessThan(one.at);
        });
      }),
    );
  });

  it("[R54] does not depend on the order in which the rows came", () => {
    fc.assert(
      fc.property(rows, key, direction, (given, by, way) => {
        const sort = { key: by, direction: way };
        expect(sortRows([...given].reverse(), sort, words)).toEqual(
          sortRows(given, sort, words),
        );
      }),
    );
  });
});
