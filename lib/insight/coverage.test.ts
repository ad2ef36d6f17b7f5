import { describe, expect, it } from "vitest";
import type { PersonaId, TouchpointId } from "../journey/ids";
import type { Touchpoint } from "../journey/journey-map";
import type { Emotion } from "../journey/vocabulary";
import { coverageOf } from "./coverage";
import { evidenceOf, type EvidenceGroup } from "./evidence-of";
import { sumPieces, type EvidencePiece } from "./evidence-sums";
import { isStale, lastStaleDay } from "./staleness";
import { piece } from "./testing/pieces";

const ageing = { today: "2026-11-29", staleMonths: 12 };
const mark = "mark" as PersonaId;
const touchpoint = (title: string, feeling?: Emotion) =>
  ({
    id: title as TouchpointId,
    title,
    emotions: feeling === undefined ? {} : { [mark]: feeling },
  }) as unknown as Touchpoint;
const group = (at: string, ...pieces: EvidencePiece[]): EvidenceGroup => ({
  touchpointId: at,
  personaId: null,
  ...sumPieces(pieces),
});

function cover(touchpoints: Touchpoint[], groups: EvidenceGroup[]) {
  const map = {
    stages: [{ touchpoints }],
    personas: [mark],
    tray: { touchpoints: [touchpoint("Set aside")], cards: [] },
  } as unknown as Parameters<typeof coverageOf>[0];
  return coverageOf(map, {
    groups,
    evidence: evidenceOf(groups, ageing),
    ageing,
  });
}

describe("the coverage of a map", () => {
  it("[N03] counts what was measured, what was said and what is only assumed", () => {
    const found = cover(
      [
        touchpoint("Measured", 1),
        touchpoint("Said"),
        touchpoint("Assumed", 0),
        touchpoint("Silent"),
      ],
      [
        group("Measured", piece(), piece({ kind: "soft" })),
        group("Said", piece({ kind: "soft" })),
      ],
    );
    expect(found).toMatchObject({ felt: 3, hard: 1, soft: 1, stale: [] });
    expect(found.assumed).toEqual([{ id: "Assumed", title: "Assumed" }]);
  });

  it("[R52] does not take one voice for evidence", () => {
    const one = piece({ kind: "soft", n: 1 });
    const found = cover([touchpoint("Till", -1)], [group("Till", one)]);
    expect(found).toMatchObject({ felt: 1, soft: 0 });
    expect(found.assumed).toHaveLength(1);
  });

  it("[N05] names touchpoints whose evidence is old", () => {
    const found = cover(
      [touchpoint("Till"), touchpoint("Shelf")],
      [group("Till", piece({ heldOn: "2025-01-01" })), group("Shelf", piece())],
    );
    expect(found.stale.map(({ title }) => title)).toEqual(["Till"]);
  });

  it("keeps what is about touchpoints that have left the map, and not what waits in the tray", () => {
    const word = piece({ kind: "soft", value: null, scale: null });
    const found = cover(
      [],
      [group("Gone", piece(), word), group("Set aside", word)],
    );
    expect(found.removed).toEqual([{ touchpointId: "Gone", hard: 1, soft: 1 }]);
  });
});

describe("the age of evidence", () => {
  it("[N05] is old from twelve months on, also around a leap day", () => {
    expect(isStale("2025-11-29", ageing)).toBe(true);
    expect(isStale("2025-11-30", ageing)).toBe(false);
    expect(isStale("2025-11-30", { ...ageing, staleMonths: 11 })).toBe(true);
    expect(isStale("2025-11-29", { ...ageing, staleMonths: 13 })).toBe(false);
    expect(lastStaleDay({ ...ageing, today: "2028-02-29" })).toBe("2027-02-28");
    expect(lastStaleDay({ ...ageing, today: "2028-03-31" })).toBe("2027-03-31");
  });
});
