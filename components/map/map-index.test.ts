import { expect, test } from "vitest";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { LaneKind } from "@/lib/journey/vocabulary";
import { attachmentsIn } from "./map-index";

const photo = { name: "counter.png" };

const mapWith = (...kinds: LaneKind[]) =>
  ({
    lanes: kinds.map((kind) => ({ kind })),
    attachments: { t1: [photo] },
  }) as unknown as JourneyMap;

test("[R33] files of a touchpoint stand in a lane of their own where there is one, else beside its message", () => {
  const own = mapWith("message", "evidence");
  expect(attachmentsIn(own, "evidence", "t1")).toEqual([photo]);
  expect(attachmentsIn(own, "message", "t1")).toEqual([]);
  expect(attachmentsIn(mapWith("message"), "message", "t1")).toEqual([photo]);
  expect(attachmentsIn(own, "evidence", "t2")).toEqual([]);
});
