import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asId } from "@/lib/journey/ids";
import type { ChannelId, PersonaId, StakeholderId } from "@/lib/journey/ids";
import { createDocument } from "@/lib/journey/create";
import type { JourneyMap, Touchpoint } from "@/lib/journey/journey-map";
import { resolve } from "@/lib/journey/resolve";
import { seededId, seededRandom } from "@/lib/journey/testing/random";
import { EMOTIONS } from "@/lib/journey/vocabulary";
import { grownSeed } from "@/lib/templates/grown";
import { matchingTouchpoints } from "./match";
import { seeMap } from "./see";
import { EVERYTHING, isFiltering, isSameSight } from "./sight";
import { sightShape } from "./sight-shape";
import type { Sight } from "./sight";

const random = seededRandom(7);
const newIds = <Id extends PersonaId | StakeholderId | ChannelId>(
  count: number,
) => Array.from({ length: count }, () => asId<Id>(seededId(random)));
const refs = {
  personas: newIds<PersonaId>(3),
  stakeholders: newIds<StakeholderId>(6),
  channels: newIds<ChannelId>(8),
  random,
};
const grown: JourneyMap = resolve(
  createDocument({ newId: () => seededId(random), random }, grownSeed(refs)),
);
const touchpoints = grown.stages.flatMap((stage) => stage.touchpoints);
const idsOf = (map: JourneyMap) =>
  map.stages.flatMap((stage) => stage.touchpoints.map(({ id }) => id));

const some = (ids: readonly string[]) => fc.subarray([...ids]);
const sights: fc.Arbitrary<Sight> = fc.record({
  owners: some(refs.stakeholders),
  withoutOwner: fc.boolean(),
  channels: some(refs.channels),
  emotions: fc.subarray<Sight["emotions"][number]>(["none", ...EMOTIONS]),
  personas: some(refs.personas),
  evidence: fc.constantFrom(null, "with", "without"),
  rest: fc.constantFrom("hide", "fade"),
  hiddenStages: some(grown.stages.map(({ id }) => id)),
  hiddenLanes: some(grown.lanes.map(({ id }) => id)),
  hiddenPersonas: some(refs.personas),
});

describe("a sight of a map", () => {
  it("[A4] shows the map itself, and not a copy, while nothing is asked for", () => {
    expect(seeMap(grown, EVERYTHING).map).toBe(grown);
    expect(seeMap(grown, EVERYTHING).matches).toBe(touchpoints.length);
  });

  it("[A4] shows what matches, in the order and with the objects of the map, and nothing else", () => {
    fc.assert(
      fc.property(sights, (sight) => {
        const seen = seeMap(grown, sight);
        const matching = matchingTouchpoints(grown, sight);
        const hides = isFiltering(sight) && sight.rest === "hide";
        const hidden = new Set<string>(sight.hiddenStages);
        const wanted = grown.stages
          .filter(({ id }) => !hidden.has(id))
          .flatMap((stage) => stage.touchpoints)
          .filter(({ id }) => !hides || matching.has(id));
        expect(seen.map.stages.flatMap((stage) => stage.touchpoints)).toEqual(
          wanted,
        );
        expect(seen.matches).toBe(matching.size);
        expect(seen.total).toBe(touchpoints.length);
        if (hides) expect(seen.faded.size).toBe(0);
        for (const card of Object.values(seen.map.cells).flat())
          expect(sight.hiddenLanes).not.toContain(card.laneId);
      }),
      { numRuns: 60 },
    );
  });

  it("never shows more when a condition is added", () => {
    fc.assert(
      fc.property(sights, (sight) => {
        const fewer = matchingTouchpoints(grown, sight);
        const without = { ...sight, channels: [], evidence: null };
        const more = matchingTouchpoints(grown, without);
        expect([...fewer].every((id) => more.has(id))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps in view what somebody works on, whatever the conditions", () => {
    const anyone = fc.constantFrom(...touchpoints.map(({ id }) => id));
    fc.assert(
      fc.property(sights, anyone, (sight, id) => {
        expect(idsOf(seeMap(grown, sight, new Set([id])).map)).toContain(id);
      }),
      { numRuns: 60 },
    );
  });

  it("[R71] finds the touchpoints that nobody answers for", () => {
    const isOrphan = ({ owners }: Touchpoint) =>
      !owners.some(({ role }) => role === "responsible");
    const seen = seeMap(grown, { ...EVERYTHING, withoutOwner: true });
    expect(idsOf(seen.map)).toEqual(
      touchpoints.filter(isOrphan).map(({ id }) => id),
    );
  });

  it("[R52] tells a feeling that is missing from one in the middle, persona by persona", () => {
    const persona = refs.personas[0]!;
    for (const level of ["none", 0] as const) {
      const sight = {
        ...EVERYTHING,
        emotions: [level],
        personas: [persona],
      };
      const wanted = touchpoints.filter(
        ({ emotions }) => (emotions[persona] ?? "none") === level,
      );
      expect(idsOf(seeMap(grown, sight).map)).toEqual(
        wanted.map(({ id }) => id),
      );
    }
  });

  it("[N03] takes what is known of a touchpoint beside the map for evidence, and what is attached to it", () => {
    const nothing = { ...grown, attachments: {} };
    const some = new Set<string>([touchpoints[1]!.id, touchpoints[4]!.id]);
    const idsSeen = (evidence: "with" | "without") =>
      idsOf(seeMap(nothing, { ...EVERYTHING, evidence }, new Set(), some).map);
    expect(new Set(idsSeen("with"))).toEqual(some);
    expect(idsSeen("without")).toEqual(
      touchpoints.map(({ id }) => id).filter((id) => !some.has(id)),
    );
  });

  it("is read from a link or a row only as a whole, and equals itself in any order", () => {
    fc.assert(
      fc.property(sights, (sight) => {
        const read = sightShape.parse(JSON.parse(JSON.stringify(sight)));
        expect(isSameSight(read, sight)).toBe(true);
        const turned = { ...sight, owners: sight.owners.toReversed() };
        expect(isSameSight(turned, sight)).toBe(true);
      }),
    );
    expect(sightShape.safeParse({ owner: [] }).success).toBe(false);
  });
});
