import { describe, expect, test } from "vitest";
import { z } from "zod";
import { expectedMetrics, hasSamples } from "@/test/samples";
import { namedScore } from "../metrics/counted";
import { readRecords } from "./read-records";
import { recognise } from "./recognise";
import { summarise } from "./summarise";
import { tableOf } from "./testing/files";
import { one, options } from "./testing/summed";

const share = {
  rated: z.number(),
  ci95_wilson: z.tuple([z.number(), z.number()]),
};
const expected = z.object({
  "support/tickets-kaggle.csv": z.object({
    ...share,
    rows: z.number(),
    csat_top2_box: z.number(),
    by_channel: z.record(
      z.string(),
      z.object({ ...share, top2: z.number(), csat: z.number() }),
    ),
  }),
});

/** The answers were written with four decimals. */
const digits = 3;

// The file itself is not among the samples: these are requests with its counts.
describe.skipIf(!hasSamples)(
  "[R59] [R60] rated requests made again of what others counted",
  () => {
    const answers = () =>
      expected.parse(expectedMetrics())["support/tickets-kaggle.csv"];

    async function scores(by: "all" | "channel") {
      const { rows, rated, by_channel: channels } = answers();
      const lines = Object.entries(channels).flatMap(
        ([channel, { rated, top2 }]) =>
          Array.from(
            { length: rated },
            (_, at) => `${channel},${at < top2 ? 5 : 2}`,
          ),
      );
      const unrated = Array.from({ length: rows - rated }, () => "Phone,");
      const text = [...lines, ...unrated].map(
        (line, at) => `${at},Refund,Closed,s${at},${line}`,
      );
      const table = await tableOf(
        `Ticket ID,Ticket Type,Ticket Status,Ticket Subject,Ticket Channel,Customer Satisfaction Rating\n${text.join("\n")}\n`,
      );
      const { mapping, tool } = recognise(table);
      expect(tool).toBe("ticketTable");
      const read = readRecords(table, mapping);
      const { groups } = summarise(read, options({ Refund: one }, { by }));
      return groups.flatMap(({ question, evidence }) => {
        const { counted, n } = evidence!;
        const score = counted && namedScore(counted, n);
        return score?.metric === "csat"
          ? [{ question, asked: counted!.asked, ...score.satisfied }]
          : [];
      });
    }

    test("come to the top-2-box of all with its interval, and say how many were rated", async () => {
      const { rows, rated, csat_top2_box: csat, ci95_wilson } = answers();
      const [all, ...others] = await scores("all");
      expect(others).toEqual([]);
      expect([all!.n, all!.asked]).toEqual([rated, rows]);
      expect(100 * all!.share).toBeCloseTo(csat, digits);
      expect(100 * all!.interval.low).toBeCloseTo(ci95_wilson[0], digits);
      expect(100 * all!.interval.high).toBeCloseTo(ci95_wilson[1], digits);
    });

    test("come to that of every channel", async () => {
      const { by_channel: channels } = answers();
      const found = await scores("channel");
      expect(found).toHaveLength(Object.keys(channels).length);
      for (const [channel, answer] of Object.entries(channels)) {
        const own = found.find(({ question }) =>
          question.endsWith(`(${channel})`),
        )!;
        expect([own.n, own.count]).toEqual([answer.rated, answer.top2]);
        expect(100 * own.share).toBeCloseTo(answer.csat, digits);
        const [low, high] = answer.ci95_wilson;
        expect(100 * own.interval.low).toBeCloseTo(low, digits);
        expect(100 * own.interval.high).toBeCloseTo(high, digits);
      }
    });
  },
);
