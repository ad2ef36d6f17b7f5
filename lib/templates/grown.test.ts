import { expect, it } from "vitest";
import { createDocument } from "../journey/create";
import type { ChannelId, PersonaId, StakeholderId } from "../journey/ids";
import { resolve } from "../journey/resolve";
import { testContext } from "../journey/testing/context";
import { BUILT_IN_CHANNELS } from "./channels";
import { grownSeed } from "./grown";
import { sampleStakeholders } from "./sample-people";

const uuid = (n: number) =>
  `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

it("the grown map has 40 touchpoints, 25 lanes and 1,000 cards, half of its emotions missing", () => {
  let state = 1;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const seed = grownSeed({
    personas: [1, 2, 3].map((n) => uuid(n) as PersonaId),
    stakeholders: sampleStakeholders.map(
      (_, index) => uuid(10 + index) as StakeholderId,
    ),
    channels: BUILT_IN_CHANNELS.map(
      (_, index) => uuid(100 + index) as ChannelId,
    ),
    random,
  });
  const map = resolve(createDocument(testContext(), seed));
  expect(map.issues).toEqual([]);
  expect(map.stages.flatMap((stage) => stage.touchpoints)).toHaveLength(40);
  expect(map.lanes).toHaveLength(25);
  expect(Object.values(map.cells).flat()).toHaveLength(1000);
  const points = map.curves.flatMap((curve) => curve.points);
  const missing =
    points.filter((point) => point.value === null).length / points.length;
  expect(missing).toBeGreaterThan(0.35);
  expect(missing).toBeLessThan(0.65);
});
