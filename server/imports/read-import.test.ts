import { describe, expect, test } from "vitest";
import type { ImportSettings } from "@/lib/api/imports";
import type { ImportProgress } from "@/lib/imports/progress";
import type { ImportAnswer, ImportJob, SavedSettings } from "./job";
import { readImport } from "./read-import";

const checkout = "0198c000-0000-7000-8000-00000000f001";

const jobOf = (text: string, change: Partial<ImportJob> = {}): ImportJob => ({
  bytes: new Uint8Array(Buffer.from(text)),
  fileName: "file.csv",
  table: 0,
  settings: null,
  isProposing: true,
  isForReal: false,
  language: "en",
  touchpoints: [{ id: checkout, title: "Checkout" }],
  personas: [],
  saved: [],
  leastAnswers: 5,
  today: "2026-11-29",
  ...change,
});

async function readingOf(
  job: ImportJob,
): Promise<Extract<ImportAnswer, { ok: true }>["reading"]> {
  const answer = await readImport(job);
  if (!answer.ok) throw new Error(answer.fatal.code);
  return answer.reading;
}

/** What is kept of somebody who agreed to all that was proposed, but for the words of customers. */
async function agreedTo(text: string): Promise<SavedSettings> {
  const { settings, tool, columns } = await readingOf(jobOf(text));
  return {
    tool,
    columnNames: columns.map(({ name }) => name),
    settings: { ...settings, withQuotes: true } as ImportSettings,
  };
}

const five = {
  metric: "csat",
  low: 1,
  high: 5,
  isHighBad: false,
  isShare: false,
  words: [],
} as const;

const report = (from: string, to: string) =>
  `# ----------------------------------------
# Pages and screens
# Start date: ${from}
# End date: ${to}
# ----------------------------------------

Page path and screen class,Views,Active users
/checkout,120,80
`;

describe("what is read", () => {
  const rows = Array.from(
    { length: 5_100 },
    (_, n) => `/page-${n},${n + 1},${n + 1}`,
  );
  const tableOf = (some: readonly string[]) =>
    `Page path and screen class,Views,Active users\n${some.join("\n")}\n`;

  async function answerOf(isForReal: boolean) {
    const { settings } = await readingOf(jobOf(tableOf(rows.slice(0, 9))));
    const touchpoints = rows.map((row) => ({
      key: row.split(",")[0]!,
      touchpointId: checkout.slice(0, -4) + row.split(",")[1]!.padStart(4, "0"),
    }));
    const answer = await readImport(
      jobOf(tableOf(rows), {
        isForReal,
        isProposing: false,
        settings: { ...settings, touchpoints },
      }),
    );
    if (!answer.ok) throw new Error(answer.fatal.code);
    return answer;
  }

  test("carries no evidence where somebody only looks, and counts it all the same", async () => {
    const { evidence, reading } = await answerOf(false);
    expect(evidence).toEqual([]);
    expect(reading.plan.pieces).toBe(10_200);
  });

  test("carries no more evidence than an import may bring", async () => {
    const { evidence, reading } = await answerOf(true);
    expect(evidence).toHaveLength(5_000);
    expect(reading.plan.pieces).toBe(10_200);
  });
});

describe("the next file of a tool", () => {
  test("has its own period, and never that of the file before", async () => {
    const saved = [await agreedTo(report("20260901", "20260930"))];
    expect(saved[0]?.settings.mapping.period?.from).toBe("2026-09-01");
    const next = await readingOf(
      jobOf(report("20261001", "20261031"), { saved }),
    );
    expect(next.isSaved).toBe(true);
    expect(next.settings.mapping.period).toEqual({
      from: "2026-10-01",
      to: "2026-10-31",
    });
  });

  test("is read by its own decimal mark and its own way to write days", async () => {
    const head = "Date;Page;How satisfied are you (1-5)?\n";
    const american = `${head}10/23/2026;Checkout;4.5\n10/24/2026;Checkout;3.5\n`;
    const dutch = `${head}23/10/2026;Checkout;4,5\n24/10/2026;Checkout;3,5\n`;
    const first = await agreedTo(american);
    const valued: SavedSettings = {
      ...first,
      settings: {
        ...first.settings,
        mapping: {
          ...first.settings.mapping,
          columns: first.settings.mapping.columns.map((column, at) =>
            at === 2
              ? {
                  ...column,
                  role: "value",
                  decimal: ".",
                  scale: { ...five, words: [] },
                }
              : column,
          ),
        },
      },
    };
    const next = await readingOf(jobOf(dutch, { saved: [valued] }));
    const [date, , value] = next.settings.mapping.columns;
    expect(next.isSaved).toBe(true);
    expect(date).toMatchObject({ role: "date", dates: "dayFirst" });
    expect(value).toMatchObject({ role: "value", decimal: ",", scale: five });
    expect(next.problems.counts).toEqual({});
  });

  test("is read as was decided where it does not tell how it writes days", async () => {
    const text = (day: string) =>
      `Date,Page,How satisfied are you (1-5)?\n${day}/2026,Checkout,4\n`;
    const first = await agreedTo(text("23/10"));
    const next = await readingOf(jobOf(text("03/04"), { saved: [first] }));
    expect(next.isSaved).toBe(true);
    expect(next.settings.mapping.columns[0]?.dates).toBe("dayFirst");
  });

  test("takes words of customers along only where somebody says so again", async () => {
    const text = report("20260901", "20260930");
    const next = await readingOf(
      jobOf(text, { saved: [await agreedTo(text)] }),
    );
    expect(next.isSaved).toBe(true);
    expect(next.settings.withQuotes).toBe(false);
  });
});

describe("[R58] a file that is read as somebody said", () => {
  const bare = "Checkout,4\nReturns,5\nCheckout,3\n";

  test("is read so at once, again with its settings, and so is the next one of its kind", async () => {
    const job = jobOf(bare, { layout: { headerRows: 0 } });
    const first = await readingOf(job);
    expect(first.rows[0]?.cells).toEqual(["Checkout", "4"]);
    expect(first.readRows).toBe(3);
    expect(first.settings.layout).toEqual({ headerRows: 0 });
    const { settings, tool, columns } = first;
    const again = await readingOf(jobOf(bare, { settings }));
    expect(again.readRows).toBe(3);
    const saved: SavedSettings = {
      tool,
      columnNames: columns.map(({ name }) => name),
      settings: settings as ImportSettings,
    };
    const next = "Delivery,1\nCheckout,2\nReturns,5\nReturns,4\n";
    const found = await readingOf(jobOf(next, { saved: [saved] }));
    expect(found.isSaved).toBe(true);
    expect(found.readRows).toBe(4);
    expect(found.settings.layout).toEqual({ headerRows: 0 });
  });

  test("and one of other columns is read as it tells itself", async () => {
    const { settings, tool } = await readingOf(
      jobOf(bare, { layout: { headerRows: 0 } }),
    );
    const saved: SavedSettings = {
      tool,
      columnNames: ["column 1", "column 2"],
      settings: settings as ImportSettings,
    };
    const other = "Page,How satisfied are you?,Day\nCheckout,4,2026-10-01\n";
    const found = await readingOf(jobOf(other, { saved: [saved] }));
    expect(found.isSaved).toBe(false);
    expect(found.settings.layout).toBeUndefined();
    expect(found.readRows).toBe(1);
  });
});

describe("[R58] the same export for another map", () => {
  const there = "0198c000-0000-7000-8000-00000000f00a";
  const text = "Page,How satisfied are you (1-5)?\n/pay,4\n/away,2\n";
  const elsewhere = async (
    titles: readonly (readonly [string, string])[],
  ): Promise<SavedSettings> => {
    const saved = await agreedTo(text);
    const touchpoints = [
      { key: "/pay", touchpointId: there },
      { key: "/away", touchpointId: null },
    ];
    return {
      ...saved,
      settings: { ...saved.settings, touchpoints },
      titles: new Map(titles),
    };
  };

  test("finds its values at the touchpoints that are called as those there, and its columns as they were set", async () => {
    const saved = [await elsewhere([[there, " checkout"]])];
    const found = await readingOf(jobOf(text, { saved }));
    expect(found).toMatchObject({ isSaved: true, isSavedElsewhere: true });
    expect(found.settings.touchpoints).toEqual([
      { key: "/pay", touchpointId: checkout },
    ]);
    // What was left out there may be on this map.
    const away = { id: there.replace("f00a", "f00b"), title: "/away" };
    const touchpoints = [{ id: checkout, title: "Checkout" }, away];
    const more = await readingOf(jobOf(text, { saved, touchpoints }));
    expect(more.settings.touchpoints).toContainEqual({
      key: "/away",
      touchpointId: away.id,
    });
  });

  test.each([
    [
      "nobody knows any more what it was called",
      [],
      [{ id: checkout, title: "Checkout" }],
    ],
    [
      "two are called so here",
      [[there, "Checkout"]],
      [
        { id: checkout, title: "Checkout" },
        { id: there, title: "Checkout" },
      ],
    ],
    [
      "neither of them has a name",
      [[there, ""]],
      [{ id: checkout, title: "" }],
    ],
  ] as const)("finds none where %s", async (_, titles, touchpoints) => {
    const saved = [await elsewhere(titles)];
    const found = await readingOf(jobOf(text, { saved, touchpoints }));
    expect(found.settings.touchpoints).toEqual([]);
  });

  test("what was decided on this map goes before", async () => {
    const own = await agreedTo(text);
    const mine: SavedSettings = {
      ...own,
      settings: {
        ...own.settings,
        touchpoints: [{ key: "/pay", touchpointId: null }],
      },
    };
    const saved = [mine, await elsewhere([[there, "Checkout"]])];
    const found = await readingOf(jobOf(text, { saved }));
    expect(found).toMatchObject({ isSaved: true, isSavedElsewhere: false });
    expect(found.settings.touchpoints).toEqual([
      { key: "/pay", touchpointId: null },
    ]);
  });
});

describe("[R58] how far it is", () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => `Checkout,${at % 5}`);
  const text = `Page,How satisfied are you?\n${rows.join("\n")}\n`;

  async function told(job: ImportJob): Promise<readonly ImportProgress[]> {
    const said: ImportProgress[] = [];
    await readImport(job, (progress) => said.push(progress));
    return said;
  }

  test("is told step by step, each to its end, never backwards and at most a hundred times", async () => {
    const said = await told(jobOf(text));
    const steps = [...new Set(said.map(({ step }) => step))];
    expect(steps).toEqual(["reading", "checking", "matching"]);
    for (const name of steps) {
      const own = said.filter(({ step }) => step === name);
      const done = own.map((one) => one.done);
      expect(done).toEqual(done.toSorted((a, b) => a - b));
      expect(new Set(done).size).toBe(done.length);
      expect(done[0]).toBe(0);
      expect(done.at(-1)).toBe(own[0]?.total);
      expect(own.length).toBeGreaterThan(2);
      expect(own.length).toBeLessThanOrEqual(101);
    }
  });

  test("is told in bytes of the file, and then in its rows", async () => {
    const said = await told(jobOf(text));
    const totals = new Map(said.map(({ step, total }) => [step, total]));
    expect(totals.get("reading")).toBe(Buffer.byteLength(text));
    expect(totals.get("checking")).toBe(rows.length);
  });

  test("changes nothing about what is read", async () => {
    const job = jobOf(text);
    const answer = await readImport(job, () => undefined);
    expect(answer).toEqual(await readImport(job));
  });
});
