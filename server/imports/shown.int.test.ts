// Longer than most: every figure is followed from its file to the page by the same few ways, which one server answers.
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import type { EvidenceList, EvidenceSummary } from "@/lib/api/evidence";
import type {
  ImportPlanGroup,
  ImportReading,
  ImportSettings,
} from "@/lib/api/imports";
import type { JourneyFlow } from "@/lib/api/journey-flow";
import { evidenceOf } from "@/lib/insight/evidence-of";
import { funnelOf } from "@/lib/insight/funnel";
import { namedScore } from "@/lib/metrics/counted";
import type { PersonaId, StageId, TouchpointId } from "@/lib/journey/ids";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { LEAST_ANSWERS } from "@/lib/pulse/terms";
import { prisma } from "@/server/db/prisma";
import { withDocument } from "@/server/sync/door";
import { startTestApp, type TestApp } from "@/test/app";
import { importBody } from "@/test/matrix/import-rows";
import { createWorld, type World } from "@/test/matrix/world";
import { expectedMetrics, hasSamples, sampleFile } from "@/test/samples";

const ageing = { today: "2026-11-29", staleMonths: 12 };
let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await startTestApp({ env: { LIMIT_IMPORTS_PER_HOUR: "100" } });
  world = await createWorld(app);
});
afterAll(() => app.stop());

/** Answers are written with four decimals. */
const digits = 3;
const personaId = "0198c000-0000-7000-8000-00000000aaaa" as PersonaId;

interface Told {
  /** What the page of the import says before anything is written. */
  readonly plan: readonly ImportPlanGroup[];
  /** What a touchpoint's list and a map's curve, funnel and flow are drawn of afterwards. */
  readonly pieces: EvidenceList["evidence"];
  readonly summary: EvidenceSummary;
  readonly flow: JourneyFlow["flow"];
  readonly ids: readonly TouchpointId[];
}

interface Wish {
  readonly file: string | Uint8Array;
  readonly name?: string;
  /** Keys of the file in the order of the touchpoints that they are about; null: as the file has them. */
  readonly keys: readonly string[] | null;
  readonly change?: (
    settings: ImportSettings,
    read: ImportReading,
  ) => ImportSettings;
}

/** Brings a file through everything: what is read of it, rows, and what pages read of those. */
async function bring(wish: Wish): Promise<Told> {
  const { file, name = "file.csv", keys, change = (same) => same } = wish;
  // What was decided for one file is proposed for the next of its kind, on whatever map.
  await prisma().importRun.deleteMany();
  const { journeyId, stageId } = await world.map();
  const { editor } = app.people;
  const at = `/workspaces/${app.workspace.slug}/journeys/${journeyId}`;
  const post = async <T>(path: string, head: object): Promise<T> => {
    const answer = await editor.fetch(at + path, {
      method: "POST",
      body: importBody(head, file).slice() as BodyInit,
      headers: { "content-type": "application/octet-stream" },
    });
    expect(answer.ok, await answer.clone().text()).toBe(true);
    return (await answer.json()) as T;
  };
  const ask = { fileName: name, language: "nl" };
  const first = await post<ImportReading>("/import-readings", ask);
  const changed = change(first.settings as ImportSettings, first);
  const again = { ...ask, settings: changed, isProposing: false };
  const found = await post<ImportReading>("/import-readings", again);
  const wanted = keys ?? found.keys.map(({ key }) => key);
  const author = { kind: "user", id: app.people.owner.userId } as const;
  const { value } = await withDocument(journeyId, author, null, (ctx) =>
    wanted.map((title) => {
      const added = addTouchpoint(ctx, { stageId: stageId as StageId, title });
      if (!added.ok) throw new Error(added.reason);
      return added.touchpointId;
    }),
  );
  const ids = value ?? [];
  const settings = {
    ...changed,
    isPartial: true,
    touchpoints: wanted.map((key, nth) => ({ key, touchpointId: ids[nth]! })),
  };
  const last = { ...again, settings };
  const { plan } = await post<ImportReading>("/import-readings", last);
  await post("/imports", { fileName: name, settings });
  await vi.waitFor(
    async () =>
      expect(
        await prisma().touchpointRow.count({ where: { id: { in: [...ids] } } }),
      ).toBe(ids.length),
    { timeout: 60_000 },
  );
  const get = async <T>(path: string): Promise<T> => {
    const answer = await app.people.viewer.fetch(path);
    expect(answer.status).toBe(200);
    return (await answer.json()) as T;
  };
  const list = `/workspaces/${app.workspace.slug}/evidence?journey=${journeyId}&limit=200`;
  return {
    plan: plan.groups,
    pieces: (await get<EvidenceList>(list)).evidence,
    summary: await get<EvidenceSummary>(`${at}/evidence`),
    flow: (await get<JourneyFlow>(`${at}/flow`)).flow,
    ids,
  };
}

interface Answer {
  readonly n: number;
  readonly mean: number;
  readonly sd?: number;
  readonly interval?: readonly [number, number];
  readonly nps?: number;
}

/** What is on the page of an import, in the list of a touchpoint and behind its curve is one answer. */
function expectShown(
  told: Told,
  about: { readonly nth: number; readonly question: string },
  answer: Answer,
): void {
  const touchpointId = told.ids[about.nth]!;
  const planned = told.plan.find(
    (group) =>
      group.touchpointId === touchpointId && group.question === about.question,
  )!;
  const piece = told.pieces.find(
    (one) =>
      one.touchpointId === touchpointId && one.note.startsWith(about.question),
  )!;
  expect([planned.n, piece.n]).toEqual([answer.n, answer.n]);
  if (answer.n < LEAST_ANSWERS) {
    for (const { value, counted } of [planned, piece])
      expect([value, counted?.metric ?? null]).toEqual([null, null]);
    return;
  }
  expect(planned.value).toBeCloseTo(answer.mean, digits);
  expect(piece.value).toBeCloseTo(answer.mean, digits);
  if (answer.sd !== undefined) expect(piece.sd).toBeCloseTo(answer.sd, digits);
  if (answer.nps !== undefined)
    for (const { counted, n } of [planned, piece]) {
      const score = namedScore(counted!, n);
      expect(score?.metric === "nps" && score.nps.score).toBeCloseTo(
        answer.nps,
        digits,
      );
    }
  if (answer.interval === undefined) return;
  const reading = evidenceOf(told.summary.groups, ageing)(
    touchpointId,
    personaId,
  )!;
  const { low, high } = piece.scale!;
  const felt = (value: number) => (4 * (value - low)) / (high - low) - 2;
  expect(reading.n).toBe(answer.n);
  expect(reading.mean).toBeCloseTo(felt(answer.mean), digits);
  const [from, to] = answer.interval;
  expect(reading.interval!.low).toBeCloseTo(felt(from), digits);
  expect(reading.interval!.high).toBeCloseTo(felt(to), digits);
}

const times = (count: number, line: string) => Array(count).fill(line);

describe("figures of files of our own, from the file to the page", () => {
  test("[R59] 36 promoters, 49 passives and 15 detractors are a score of +21 and a mean with its interval", async () => {
    const question = "How likely are you to recommend us?";
    const rows = [...times(36, "10"), ...times(49, "8"), ...times(15, "0")];
    const file = [
      "Timestamp," + question,
      ...rows.map((x) => `2026-10-01,${x}`),
    ];
    const told = await bring({ file: file.join("\n"), keys: null });
    expectShown(
      told,
      { nth: 0, question },
      { n: 100, mean: 7.52, sd: 3.3044, interval: [6.8643, 8.1757], nps: 21 },
    );
  });

  test("[N07] [N15] a closed funnel of a thousand, four hundred and three hundred loses what it loses, with the interval of each step", async () => {
    const file = [
      "Step,Active users,Completion rate,Abandonments,Abandonment rate",
      "1. Cart,1000,0.4,600,0.6",
      "2. Address,400,0.75,100,0.25",
      "3. Payment,300,,,",
    ].join("\n");
    const told = await bring({
      file,
      keys: null,
      change: (settings) => ({
        ...settings,
        mapping: { ...settings.mapping, isClosed: true },
      }),
    });
    const points = told.ids.map((id) => ({ id, dropOff: null }));
    const { steps } = funnelOf(points, told.summary.funnel);
    const shown = steps.map(({ count, loss }) => [count, loss?.n ?? null]);
    expect(shown).toEqual([
      [1000, 1000],
      [400, 400],
      [300, null],
    ]);
    const [first, second] = steps;
    expect(first!.loss!.share).toBeCloseTo(0.6, digits);
    expect(first!.loss!.interval!.low).toBeCloseTo(0.5693, digits);
    expect(first!.loss!.interval!.high).toBeCloseTo(0.6299, digits);
    expect(second!.loss!.share).toBeCloseTo(0.25, digits);
    expect(second!.loss!.interval!.low).toBeCloseTo(0.2101, digits);
    expect(second!.loss!.interval!.high).toBeCloseTo(0.2948, digits);
    const lost = told.pieces.find(
      ({ measure, touchpointId }) =>
        measure === "lost" && touchpointId === told.ids[0],
    )!;
    expect([lost.value, lost.n, lost.unit]).toEqual([60, 1000, "%"]);
  });

  test("[N15] a log of four cases says who comes by, how long they wait and where they end", async () => {
    const file = [
      "case_id,activity,timestamp",
      "a,Cart,2026-10-01T10:00:00Z",
      "a,Payment,2026-10-01T11:00:00Z",
      "b,Cart,2026-10-01T10:00:00Z",
      "b,Payment,2026-10-01T13:00:00Z",
      "c,Cart,2026-10-01T10:00:00Z",
      "c,Payment,2026-10-01T15:00:00Z",
      "d,Cart,2026-10-02T10:00:00Z",
    ].join("\n");
    const told = await bring({ file, keys: ["Cart", "Payment"] });
    const of = (nth: number) =>
      told.flow!.touchpoints.find((one) => one.touchpointId === told.ids[nth])!;
    expect(of(0)).toMatchObject({
      reach: { share: 1 },
      ends: { share: 0.25 },
      wait: null,
    });
    expect(of(1)).toMatchObject({
      reach: { share: 0.75 },
      ends: { share: 1 },
      wait: { median: 3 * 3_600_000 },
    });
    const waits = told.pieces.filter(({ measure }) => measure === "wait");
    expect(waits).toMatchObject([
      { touchpointId: told.ids[1], value: 3, unit: "h", n: 3 },
    ]);
  });
});

test("[N06] [R60] of fewer answers than the settings of the workspace say there is a number and no score, in the plan, in the list and in no curve", async () => {
  const { owner, editor } = app.people;
  const workspace = `/workspaces/${app.workspace.slug}`;
  const limit = (leastAnswers: number) =>
    owner.send("PATCH", workspace, { leastAnswers });
  expect((await limit(4)).status).toBe(422);
  expect((await limit(9)).status).toBe(200);
  const question = "How satisfied are you?";
  const few = times(8, "2026-10-01,4");
  const file = ["Timestamp," + question, ...few, "2026-10-02,"].join("\n");
  const told = await bring({ file, keys: null });
  const counted = { metric: null, best: null, asked: 9 };
  const withheld = { n: 8, value: null, scale: null, counted };
  expect(told.plan).toMatchObject([withheld]);
  expect(told.pieces).toMatchObject([{ ...withheld, sd: null }]);
  const read = evidenceOf(told.summary.groups, ageing);
  expect(read(told.ids[0]!, personaId)).toBeNull();
  const [piece] = told.pieces;
  const edited = await editor.fetch(`${workspace}/evidence/${piece!.id}`, {
    method: "PATCH",
    body: JSON.stringify({ note: "Nothing to correct" }),
    headers: { "content-type": "application/json", "if-match": '"1"' },
  });
  expect(edited.status).toBe(200);
  expect(await edited.json()).toMatchObject({ ...withheld, measure: "mean" });
  expect((await limit(5)).status).toBe(200);
  const shown = await bring({ file, keys: null });
  expect(shown.pieces).toMatchObject([
    { n: 8, value: 4, counted: { metric: "csat", best: 8, asked: 9 } },
  ]);
});

test("[R59] what was counted ends with the figure that it was counted of", async () => {
  const question = "How satisfied are you?";
  const file = ["Timestamp," + question, ...times(8, "2026-10-01,4")];
  const { pieces } = await bring({ file: file.join("\n"), keys: null });
  const at = `/workspaces/${app.workspace.slug}/evidence/${pieces[0]!.id}`;
  const change = async (version: number, body: object) => {
    const answer = await app.people.editor.fetch(at, {
      method: "PATCH",
      body: JSON.stringify(body),
      headers: {
        "content-type": "application/json",
        "if-match": `"${version}"`,
      },
    });
    return (await answer.json()) as EvidenceList["evidence"][number];
  };
  const noted = await change(1, { note: "After delivery", n: 8 });
  expect(noted.counted).toMatchObject({ metric: "csat", best: 8 });
  expect((await change(2, { n: 9 })).counted).toBeNull();
});

const pair = z.tuple([z.number(), z.number()]);
const nps = z.object({ n: z.number(), nps: z.number(), mean_0_10: z.number() });
const measured = z.object({
  n: z.number(),
  mean: z.number(),
  sd: z.number(),
  ci95_t: pair,
});
const answers = z.object({
  "surveys/nps-retail-fr.csv": z.object({
    all: nps,
    by_t: z.record(z.string(), nps),
    satisfaction_0_10: measured,
  }),
  "support/tickets-kaggle.csv": z.object({ mean: measured }),
});

const ofNps = (one: z.infer<typeof nps>): Answer => ({
  n: one.n,
  mean: one.mean_0_10,
  nps: one.nps,
});
const ofMean = ({ ci95_t: interval, ...one }: z.infer<typeof measured>) => ({
  ...one,
  interval,
});

// Where the files of others are not there, these are skipped by name.
describe.skipIf(!hasSamples)(
  "the answers that others computed, on the page",
  () => {
    const retail = "surveys/nps-retail-fr.csv";

    test("[R59] the Net Promoter Score of a French shop, and how satisfied its customers are", async () => {
      const expected = answers.parse(expectedMetrics())[retail];
      const told = await bring({
        file: sampleFile(retail),
        keys: [""],
        change: whole,
      });
      expectShown(told, { nth: 0, question: "nps" }, ofNps(expected.all));
      const { n, mean, sd } = expected.satisfaction_0_10;
      const about = { nth: 0, question: "satisfaction" };
      expectShown(told, about, { n, mean, sd });
    });

    test("[R59] the mean of the satisfaction alone moves the curve to where it lies, with the interval of others", async () => {
      const expected = answers.parse(expectedMetrics())[retail];
      const told = await bring({
        file: sampleFile(retail),
        keys: [""],
        change: (settings, read) => only(whole(settings), read, "satisfaction"),
      });
      expectShown(
        told,
        { nth: 0, question: "satisfaction" },
        ofMean(expected.satisfaction_0_10),
      );
    });

    test("[R59] that of each month, at a touchpoint each; of the month of two answers only that they are two", async () => {
      const { by_t: months } = answers.parse(expectedMetrics())[retail];
      const keys = Object.keys(months);
      const told = await bring({
        file: sampleFile(retail),
        keys,
        change: (settings) => withKey(settings, 8),
      });
      for (const [nth, key] of keys.entries())
        expectShown(told, { nth, question: "nps" }, ofNps(months[key]!));
    });

    test("[R59] tickets of which a third was rated, made again of what is told of them", async () => {
      const { mean } =
        answers.parse(expectedMetrics())["support/tickets-kaggle.csv"];
      const question = "Customer Satisfaction Rating";
      // Fourteen ratings with that mean and spread; the others were asked and said nothing.
      const ratings = [1, 1, 1, 2, 2, 2, 2, 2, 3, 4, 5, 5, 5, 5];
      const rows = Array.from(
        { length: 40 },
        (_, nth) => `${nth},Refund,Closed,${ratings[nth] ?? ""}`,
      );
      const head = `Ticket ID,Ticket Type,Ticket Status,${question}`;
      const file = [head, ...rows].join("\n");
      const told = await bring({ file, keys: [""], change: whole });
      expectShown(told, { nth: 0, question }, ofMean(mean));
    });
  },
);

/** All rows are about one touchpoint. */
const whole = (settings: ImportSettings): ImportSettings => ({
  ...settings,
  mapping: {
    ...settings.mapping,
    touchpointFrom: "whole",
    columns: settings.mapping.columns.map((column) =>
      column.role === "touchpoint" ? { ...column, role: "ignored" } : column,
    ),
  },
});

const plain = { scale: null, decimal: null, dates: null } as const;

/** Another column says what a row is about. */
const withKey = (settings: ImportSettings, index: number): ImportSettings => ({
  ...settings,
  mapping: {
    ...settings.mapping,
    touchpointFrom: "column",
    columns: settings.mapping.columns.map((column) =>
      column.column === index
        ? { ...column, ...plain, role: "touchpoint" }
        : column,
    ),
  },
});

/** Every other question is left out. */
function only(
  settings: ImportSettings,
  { columns }: ImportReading,
  name: string,
): ImportSettings {
  const kept = columns.find((column) => column.name === name)!.index;
  return {
    ...settings,
    mapping: {
      ...settings.mapping,
      columns: settings.mapping.columns.map((column) =>
        column.role === "value" && column.column !== kept
          ? { ...column, ...plain, role: "ignored" }
          : column,
      ),
    },
  };
}
