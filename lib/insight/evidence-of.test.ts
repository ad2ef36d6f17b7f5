import { describe, expect, it } from "vitest";
import type { PersonaId, TouchpointId } from "../journey/ids";
import { feltValue, nearestLevel } from "./evidence";
import {
  answersOf,
  countsOf,
  evidenceOf,
  type EvidenceGroup,
} from "./evidence-of";
import { sumPieces, type EvidencePiece } from "./evidence-sums";
import { piece } from "./testing/pieces";

const ageing = { today: "2026-11-29", staleMonths: 12 };
const at = "t" as TouchpointId;
const mark = "mark" as PersonaId;
const lena = "lena" as PersonaId;
const group = (
  personaId: string | null,
  ...pieces: EvidencePiece[]
): EvidenceGroup => ({ touchpointId: at, personaId, ...sumPieces(pieces) });

describe("the evidence for a persona", () => {
  it("[N03] is what is about everybody, where there is nothing about them alone", () => {
    const found = evidenceOf([group(null, piece({ value: 5 }))], ageing);
    expect(found(at, mark)?.mean).toBe(2);
    expect(found(at, lena)?.mean).toBe(2);
    expect(found("other" as TouchpointId, mark)).toBeNull();
  });

  it("[N03] is their own alone where that is enough, and of nobody else", () => {
    const groups = [
      group(null, piece({ value: 5, n: 1_000 })),
      group(mark, piece({ value: 1 })),
    ];
    const found = evidenceOf(groups, ageing);
    expect(found(at, mark)?.mean).toBe(-2);
    expect(found(at, lena)?.mean).toBe(2);
  });

  it("[N03] is their own and everybody's together where their own is too little", () => {
    const own = piece({ kind: "soft", value: 1, n: 1, sd: null });
    const all = piece({ kind: "soft", value: 5, n: 3 });
    const found = evidenceOf([group(null, all), group(mark, own)], ageing);
    expect(found(at, mark)).toMatchObject({ n: 4, mean: 1 });
    expect(evidenceOf([group(mark, own)], ageing)(at, mark)).toBeNull();
  });

  it("[R52] takes the place of the team's reading and is never averaged with it", () => {
    const found = evidenceOf([group(null, piece({ value: 5 }))], ageing)(
      at,
      mark,
    );
    expect(feltValue(-2, found)).toBe(2);
    expect(feltValue(-2, null)).toBe(-2);
    expect(feltValue(null, null)).toBeNull();
  });

  it("counts pieces of a touchpoint whomever they are about", () => {
    const soft = piece({ kind: "soft", value: null, scale: null });
    const groups = [group(null, piece()), group(mark, piece(), soft)];
    expect(countsOf(groups).get(at)).toEqual({ hard: 2, soft: 1 });
  });

  it("[N06] counts answers to pulses of a touchpoint, also those that are too few to be read", () => {
    const few = piece({ value: null, scale: null, n: 3, isPulse: true });
    const more = piece({ n: 6, isPulse: true });
    const groups = [group(null, few, piece()), group(mark, more)];
    expect([...answersOf(groups)]).toEqual([[at, 9]]);
    expect(answersOf([group(null, piece())]).size).toBe(0);
  });

  it("[R51] is given the face of the nearest of five levels", () => {
    expect([-1.6, -0.4, 0.4, 1.5, 7].map(nearestLevel)).toEqual([
      -2, 0, 0, 2, 2,
    ]);
  });
});
