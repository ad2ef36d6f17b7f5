import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChannelId, StakeholderId } from "../journey/ids";
import type { Stage } from "../journey/journey-map";
import { OWNER_ROLES } from "../journey/vocabulary";
import { channelRows, usedChannels } from "./channel-matrix";
import { matrixColumns } from "./columns";
import { dutyGaps, dutyRows, knownStakeholders } from "./duty-matrix";

const CHANNELS = ["c1", "c2", "c3"] as ChannelId[];
const PEOPLE = ["p1", "p2", "p3"] as StakeholderId[];

const touchpoint = fc.record({
  channels: fc.subarray(CHANNELS),
  owners: fc.subarray(PEOPLE).chain((ids) =>
    fc.tuple(
      ...ids.map((stakeholderId) =>
        fc.record({
          stakeholderId: fc.constant(stakeholderId),
          role: fc.constantFrom(...OWNER_ROLES),
        }),
      ),
    ),
  ),
});

const stages = fc
  .array(fc.array(touchpoint, { maxLength: 5 }), { maxLength: 6 })
  .map((given) =>
    given.map((touchpoints, at) => ({
      id: `s${at}`,
      touchpoints: touchpoints.map((held, n) => ({
        ...held,
        id: `s${at}t${n}`,
      })),
    })),
  )
  .map((made) => made as unknown as readonly Stage[]);

const grain = fc.constantFrom("touchpoint" as const, "stage" as const);

describe("matrixColumns", () => {
  it("[R49] holds every touchpoint once, in order, and no stage without a column", () => {
    fc.assert(
      fc.property(stages, grain, (given, by) => {
        const columns = matrixColumns(given, by);
        expect(columns.flatMap(({ touchpoints }) => touchpoints)).toEqual(
          given.flatMap(({ touchpoints }) => touchpoints),
        );
        expect([...new Set(columns.map(({ stage }) => stage))]).toEqual(given);
      }),
    );
  });
});

describe("channelRows", () => {
  it("[R49] joins the first use of a channel to its last without a hole, and nothing beyond", () => {
    fc.assert(
      fc.property(stages, grain, (given, by) => {
        for (const { cells } of channelRows(
          matrixColumns(given, by),
          CHANNELS,
        )) {
          const used = cells.flatMap(({ uses }, at) => (uses > 0 ? at : []));
          const first = used[0] ?? 0;
          const last = used.at(-1) ?? -1;
          cells.forEach(({ left, right, uses }, at) => {
            expect(left !== null).toBe(at > first && at <= last);
            expect(right !== null).toBe(at >= first && at < last);
            // What two neighbours say of the line between them is the same.
            if (at > 0) expect(left).toBe(cells[at - 1]?.right);
            if (right === "solid") {
              expect(uses).toBeGreaterThan(0);
              expect(cells[at + 1]?.uses).toBeGreaterThan(0);
            }
          });
        }
      }),
    );
  });

  it("[R49] counts the same touchpoints and stages, however fine the columns are", () => {
    fc.assert(
      fc.property(stages, (given) => {
        const reach = (by: "touchpoint" | "stage") =>
          channelRows(matrixColumns(given, by), CHANNELS).map((row) => [
            row.stages,
            row.touchpoints,
          ]);
        expect(reach("touchpoint")).toEqual(reach("stage"));
        const columns = matrixColumns(given, "stage");
        const used = channelRows(columns, CHANNELS)
          .filter(({ touchpoints }) => touchpoints > 0)
          .map(({ channelId }) => channelId);
        expect(usedChannels(columns)).toEqual(new Set(used));
      }),
    );
  });
});

describe("dutyRows", () => {
  it("[R54] counts every role once, and as a gap every touchpoint that nobody answers for", () => {
    fc.assert(
      fc.property(stages, grain, (given, by) => {
        const columns = matrixColumns(given, by);
        const all = given.flatMap(({ touchpoints }) => touchpoints);
        const rows = dutyRows(columns, PEOPLE);
        for (const role of OWNER_ROLES) {
          expect(rows.reduce((sum, { total }) => sum + total[role], 0)).toBe(
            all.flatMap(({ owners }) => owners.filter((o) => o.role === role))
              .length,
          );
        }
        const open = all.filter(
          ({ owners }) => !owners.some(({ role }) => role === "responsible"),
        );
        expect(dutyGaps(columns).reduce((sum, gaps) => sum + gaps, 0)).toBe(
          open.length,
        );
        expect(knownStakeholders(columns)).toEqual(
          new Set(
            rows
              .filter(({ total }) => total.responsible + total.involved > 0)
              .map(({ stakeholderId }) => stakeholderId),
          ),
        );
      }),
    );
  });
});
