import { describe, expect, test } from "vitest";
import type { TouchpointId } from "../journey/ids";
import { resolve } from "../journey/resolve";
import type { JourneySeed } from "../journey/seed";
import { testDocument } from "../journey/testing/context";
import type { EvidenceReading } from "./evidence";
import { findingsOf } from "./findings";
import { funnelOf } from "./funnel";

const persona = "0198c000-0000-7000-8000-00000000aaaa" as never;
const other = "0198c000-0000-7000-8000-00000000abab" as never;
const anna = "0198c000-0000-7000-8000-00000000bbbb" as never;
const ben = "0198c000-0000-7000-8000-00000000bcbc" as never;
const channel = "0198c000-0000-7000-8000-00000000cccc" as never;

type TouchpointSeed = NonNullable<
  JourneySeed["stages"][number]["touchpoints"]
>[number];

/** Evidence that a feeling is so. */
const measured = (mean: number): EvidenceReading => ({
  kind: "hard",
  mean,
  n: 100,
  pieces: 1,
  answers: 0,
  interval: null,
  newest: "2026-01-01",
  isStale: false,
});

const responsible = (stakeholderId: never) => ({
  owners: [{ stakeholderId, role: "responsible" as const }],
});

function mapOf(
  touchpoints: readonly Partial<TouchpointSeed>[],
  seed: Partial<JourneySeed> = {},
) {
  const made = touchpoints.map((one, at) => ({
    key: `t${at}`,
    title: `T${at}`,
    ...one,
  }));
  const { doc } = testDocument({
    personas: [persona],
    stages: [{ key: "s", title: "Stage", touchpoints: made }],
    ...seed,
  });
  const map = resolve(doc);
  const all = map.stages.flatMap((stage) => stage.touchpoints);
  const title = (id: TouchpointId) => all.find((one) => one.id === id)?.title;
  return { map, all, title };
}

describe("[R17] [R56] what a map tells about where it needs work", () => {
  test("the weakest touchpoints come first, of equals the one that more people come to", () => {
    const { map, title } = mapOf([
      { emotions: { [persona]: -1 } },
      { emotions: { [persona]: -2 }, dropOff: { share: 0.4, reasons: [] } },
      { emotions: { [persona]: -2 }, dropOff: { share: 0.5, reasons: [] } },
      { emotions: { [persona]: 0 } },
      {},
    ]);
    const { weakest } = findingsOf(map);
    expect(
      weakest.map(({ touchpointId, reach, painWeight }) => [
        title(touchpointId),
        reach,
        painWeight,
      ]),
    ).toEqual([
      ["T1", 1, 2],
      ["T2", 0.6, 1.2],
      ["T0", 1, 1],
    ]);
  });

  test("[R78] the reach and the weight of a pain are told where somebody knows who leaves, and else not", () => {
    const { map } = mapOf([{ emotions: { [persona]: -2 } }]);
    expect(findingsOf(map).weakest).toMatchObject([
      { reach: null, painWeight: null },
    ]);
  });

  test("[R78] [N03] a weak touchpoint is clearly lower than the next only where their ranges lie apart", () => {
    const { map, all } = mapOf([
      { emotions: { [persona]: -1 } },
      { emotions: { [persona]: -1 } },
      { emotions: { [persona]: -1 } },
      { emotions: { [persona]: -1 } },
    ]);
    const readings = [
      { mean: -1.9, interval: { low: -2, high: -1.7 } },
      { mean: -1.5, interval: { low: -1.6, high: -1.4 } },
      { mean: -1.4, interval: { low: -1.5, high: -1.3 } },
    ];
    const { weakest } = findingsOf(map, (id) => {
      const at = all.findIndex((one) => one.id === id);
      const reading = readings[at];
      return reading ? { ...measured(reading.mean), ...reading } : null;
    });
    expect(weakest.map(({ isApart }) => isApart)).toEqual([
      true,
      false,
      null,
      null,
    ]);
    expect(weakest[0]?.found).toMatchObject({ n: 100 });
  });

  test("[R52] evidence counts before what the team believes", () => {
    const { map } = mapOf([{ emotions: { [persona]: 2 } }]);
    expect(findingsOf(map, () => measured(-1.4)).weakest).toMatchObject([
      { value: -1.4 },
    ]);
    expect(findingsOf(map).weakest).toEqual([]);
  });

  test("each persona's own low point counts", () => {
    const { map } = mapOf([{ emotions: { [persona]: 2, [other]: -2 } }], {
      personas: [persona, other],
    });
    expect(findingsOf(map).weakest).toMatchObject([
      { personaId: other, value: -2 },
    ]);
  });

  test("a low point comes with what else the map says of it", () => {
    const { map } = mapOf(
      [
        {
          emotions: { [persona]: -2 },
          dropOff: { share: 0.461, reasons: [] },
          messageStatus: "differs",
          responseTime: "P2D",
        },
        { emotions: { [persona]: -1 }, ...responsible(anna) },
      ],
      {
        lanes: [
          {
            key: "p",
            kind: "pain",
            span: "touchpoint",
            title: "Pains",
            cards: { t0: [{ text: "too dear" }, { text: "too slow" }] },
          },
        ],
      },
    );
    const { weakest } = findingsOf(map);
    expect(weakest[0]?.reasons).toEqual([
      { kind: "pains", count: 2 },
      {
        kind: "lost",
        loss: { share: 0.461, basis: "said", n: null, interval: null },
      },
      { kind: "messageDiffers" },
      { kind: "waits", responseTime: "P2D" },
      { kind: "noOwner" },
    ]);
    expect(weakest[1]?.reasons).toEqual([]);
  });

  test("stages without touchpoints and touchpoints without owner, channel, message or feeling are named", () => {
    const whole = {
      ...responsible(anna),
      channels: [channel],
      message: "Welcome",
      emotions: { [persona]: 1 as const },
    };
    const { map, title } = mapOf([whole, { ...whole, owners: [] }, {}]);
    const { lacking } = findingsOf(map);
    const named = (ids: readonly TouchpointId[]) => ids.map(title);
    expect(named(lacking.owner)).toEqual(["T1", "T2"]);
    expect(named(lacking.channel)).toEqual(["T2"]);
    expect(named(lacking.message)).toEqual(["T2"]);
    expect(named(lacking.feeling)).toEqual(["T2"]);
    const bare = mapOf([], { stages: [{ key: "s", title: "Empty" }] }).map;
    expect(findingsOf(bare).emptyStages).toEqual([bare.stages[0]?.id]);
  });

  test("[R52] a feeling without evidence is told apart from no feeling", () => {
    const { map, all, title } = mapOf([
      { emotions: { [persona]: 1 } },
      { emotions: { [persona]: 1 } },
      {},
    ]);
    const first = all[0]?.id;
    const { lacking } = findingsOf(map, (id) =>
      id === first ? measured(1) : null,
    );
    expect(lacking.evidence.map(title)).toEqual(["T1"]);
  });

  test("[R57] drop-off and curve that contradict each other are asked about", () => {
    const lost = (share: number) => ({ dropOff: { share, reasons: [] } });
    const { map, title } = mapOf([
      { emotions: { [persona]: 1 }, ...lost(0.5) },
      { emotions: { [persona]: -2 }, ...lost(0.01) },
      { emotions: { [persona]: -2 }, ...lost(0.5) },
      { emotions: { [persona]: 1 }, ...lost(0.01) },
      lost(0.9),
    ]);
    expect(
      findingsOf(map).contradictions.map(({ touchpointId, kind }) => [
        title(touchpointId),
        kind,
      ]),
    ).toEqual([
      ["T0", "leave"],
      ["T1", "stay"],
    ]);
  });

  test("[R57] [N15] what was counted is asked about and told as a reason, whatever the team says", () => {
    const { map, all, title } = mapOf([
      {
        emotions: { [persona]: 1 },
        dropOff: { share: 0.01, reasons: [] },
      },
      { emotions: { [persona]: -1 } },
      { emotions: { [persona]: -1 } },
      {},
    ]);
    const came = (...counts: number[]) =>
      funnelOf(all, {
        unit: "users",
        source: "Shop",
        heldFrom: null,
        heldOn: "2026-10-31",
        counts: counts.map((count, at) => ({
          touchpointId: all[at]!.id,
          count,
        })),
      });
    const found = findingsOf(map, undefined, came(1000, 540, 300, 298));
    expect(
      found.contradictions.map(({ touchpointId, kind, loss }) => [
        title(touchpointId),
        kind,
        loss.basis,
        loss.n,
      ]),
    ).toEqual([
      ["T0", "leave", "counted", 1000],
      ["T2", "stay", "counted", 300],
    ]);
    expect(
      found.weakest.map(({ touchpointId, reasons }) => [
        title(touchpointId),
        reasons.flatMap((one) => (one.kind === "lost" ? one.loss.n : [])),
      ]),
    ).toEqual([
      ["T1", [540]],
      ["T2", [300]],
    ]);
  });

  test("[N15] of a handful who were counted nothing is said against the curve", () => {
    const { map, all } = mapOf([
      { emotions: { [persona]: -2 } },
      { emotions: { [persona]: 1 } },
      {},
    ]);
    const counts = [4, 4, 3].map((count, at) => ({
      touchpointId: all[at]!.id,
      count,
    }));
    const of = { unit: "", source: "", heldFrom: null, heldOn: "2026-10-31" };
    const funnel = funnelOf(all, { ...of, counts });
    expect(findingsOf(map, undefined, funnel).contradictions).toEqual([]);
  });

  test("hand-offs between owners are found, the one with the deepest fall first", () => {
    const { map, title } = mapOf([
      { ...responsible(anna), emotions: { [persona]: 1 } },
      { ...responsible(ben), emotions: { [persona]: 0 } },
      { ...responsible(ben), emotions: { [persona]: 2 } },
      { ...responsible(anna), emotions: { [persona]: -1 } },
      {},
      { ...responsible(ben) },
    ]);
    expect(
      findingsOf(map).handOffs.map(({ from, to, fall }) => [
        title(from),
        title(to),
        fall,
      ]),
    ).toEqual([
      ["T2", "T3", 3],
      ["T0", "T1", 1],
    ]);
  });

  test("an empty map has nothing to say", () => {
    const { map } = mapOf([], { stages: [] });
    expect(findingsOf(map)).toEqual({
      touchpoints: 0,
      weakest: [],
      emptyStages: [],
      lacking: {
        owner: [],
        channel: [],
        message: [],
        feeling: [],
        evidence: [],
      },
      contradictions: [],
      handOffs: [],
    });
  });
});
