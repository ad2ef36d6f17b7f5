import {
  act,
  cleanup,
  fireEvent,
  render,
  screen,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { useState } from "react";
import { I18nProvider } from "react-aria-components";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ImportReading } from "@/lib/api/imports";
import { formats } from "@/lib/i18n/formats";
import evidence from "@/lib/i18n/messages/en/evidence.json";
import imports from "@/lib/i18n/messages/en/imports.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { ColumnsStep } from "./columns-step";
import { PlanStep } from "./plan-step";
import { reading as survey } from "./testing/reading";
import type { Mapping, Settings } from "./types";

completeJsdom();
const onAnew = vi.fn();
let told: Settings = survey.settings;
beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  onAnew.mockReset();
});
afterEach(cleanup);

const withMapping = (
  reading: ImportReading,
  change: Partial<Mapping>,
): ImportReading => ({
  ...reading,
  settings: {
    ...reading.settings,
    mapping: { ...reading.settings.mapping, ...change },
  },
});

function Step({ reading }: { readonly reading: ImportReading }) {
  const [settings, setSettings] = useState(reading.settings);
  const onChange = (next: Settings) => {
    told = next;
    setSettings(next);
  };
  const place = { slug: "a", journeyId: "b", touchpoints: [], personas: [] };
  return (
    <>
      <ColumnsStep {...{ place, reading, settings, onChange, onAnew }} />
      <PlanStep {...{ place, reading, settings, onChange }} />
    </>
  );
}

const show = (reading: ImportReading) =>
  render(
    <NextIntlClientProvider
      locale="en"
      timeZone="UTC"
      formats={formats}
      now={new Date("2026-11-29T12:00:00Z")}
      messages={{ imports, evidence }}
    >
      <I18nProvider locale="en">
        <Step reading={reading} />
      </I18nProvider>
    </NextIntlClientProvider>,
  );

const field = (name: RegExp) => screen.getByRole("button", { name });

async function pick(name: RegExp, option: string): Promise<void> {
  await act(async () => fireEvent.click(field(name)));
  const found = await screen.findByRole("option", { name: option });
  await act(async () => fireEvent.click(found));
}

describe("[R58] what a file seems to be can be corrected", () => {
  test("rows of names, separator and encoding show what was found, and another one has the file read anew", async () => {
    show({
      ...survey,
      settings: { ...survey.settings, layout: { headerRows: 1 } },
    });
    expect(field(/Header rows/).textContent).toContain("1 row");
    expect(field(/Separator/).textContent).toContain("Semicolon");
    expect(field(/Encoding/).textContent).toContain("UTF-8");
    await pick(/Header rows/, "None: the first row is data");
    await pick(/Separator/, "Tab");
    await pick(/Encoding/, "Windows-1252");
    // What was said before stays said.
    expect(onAnew.mock.calls.map(([as]) => as)).toEqual([
      { table: 0, layout: { headerRows: 0 } },
      { table: 0, layout: { headerRows: 1, delimiter: "\t" } },
      { table: 0, layout: { headerRows: 1, encoding: "windows-1252" } },
    ]);
  });

  test("a file without rows of names says so, and one that is no text has no encoding", () => {
    const columns = survey.columns.map((column) => ({ ...column, parts: [] }));
    const file = { ...survey.file, kind: "xlsx" as const };
    show({
      ...survey,
      columns,
      file: { ...file, encoding: null, delimiter: null },
    });
    expect(field(/Header rows/).textContent).toContain("None");
    expect(screen.queryByRole("button", { name: /Encoding/ })).toBeNull();
    expect(screen.queryByRole("button", { name: /Separator/ })).toBeNull();
  });

  test("answers of programs have no rows of names", () => {
    show({
      ...survey,
      file: { ...survey.file, kind: "json", delimiter: null },
    });
    expect(screen.queryByRole("button", { name: /Header rows/ })).toBeNull();
  });

  test("what divides tags in a cell is chosen, and the parts of the cells are seen at once", async () => {
    const columns = survey.columns.with(0, {
      ...survey.columns[0]!,
      samples: ["pay|cart", "cart|help"],
    });
    show({ ...survey, columns });
    expect(screen.getByText("pay|cart · cart|help")).toBeTruthy();
    await pick(/Several touchpoints in one cell/, "Vertical bar");
    expect(screen.getByText("pay · cart · help")).toBeTruthy();
    expect(told.mapping.separator).toBe("|");
    await pick(
      /Several touchpoints in one cell/,
      "Nothing: a cell is one touchpoint",
    );
    expect(told.mapping.separator).toBeNull();
    expect(screen.getByText("pay|cart · cart|help")).toBeTruthy();
  });

  test("the time of the whole file is said, and never ends before it begins", async () => {
    show(survey);
    const say = (label: string, value: string) => {
      const input = screen.getByLabelText(label);
      fireEvent.change(input, { target: { value } });
      fireEvent.blur(input);
    };
    say("The file is from", "2026-10-01");
    expect(told.mapping.period).toEqual({
      from: "2026-10-01",
      to: "2026-10-01",
    });
    say("to", "2026-10-31");
    expect(told.mapping.period).toEqual({
      from: "2026-10-01",
      to: "2026-10-31",
    });
    say("to", "2026-09-15");
    expect(told.mapping.period).toEqual({
      from: "2026-09-15",
      to: "2026-09-15",
    });
    say("to", "");
    expect(told.mapping.period).toBeNull();
  });
});

describe("[R57] rates of several rows", () => {
  const [page, rate, visits] = survey.settings.mapping.columns;
  const rates = withMapping(survey, {
    shape: "counts",
    columns: [
      page!,
      {
        ...rate!,
        role: "rate",
        scale: null,
        decimal: ".",
        rateIs: "percent",
        weighedBy: 2,
      },
      {
        ...visits!,
        role: "count",
        decimal: ".",
        unit: "Visits",
        isAdditive: true,
      },
    ],
  });

  test("are weighted by a column that is seen and can be another one or none", async () => {
    show(rates);
    const name = /Of several rows of a touchpoint, weight by/;
    expect(field(name).textContent).toContain("E-mail");
    await pick(name, "Nothing: every row counts alike");
    expect(told.mapping.columns[1]!.weighedBy).toBeNull();
  });

  test("say in the plan how they were put together", () => {
    const [group] = survey.plan.groups;
    const none = { metric: null, best: null, worst: null, goodFrom: null };
    const counted = { ...none, asked: null, isClosed: null };
    const of = (rows: number, isWeighted: boolean) => ({
      ...group!,
      question: `Bounce rate ${rows}`,
      measure: "rate" as const,
      value: 10.8,
      unit: "%",
      scale: null,
      n: null,
      counted: { ...counted, rows, isWeighted },
    });
    const groups = [of(12, false), of(7, true)];
    show({ ...rates, plan: { ...rates.plan, groups } });
    expect(
      screen.getByText(/Mean of 12 rows .* Each counts alike/),
    ).toBeTruthy();
    expect(
      screen.getByText(/Mean of 7 rows .* weighted by how many/),
    ).toBeTruthy();
  });
});

test("[R58] columns that are left out are named in the plan", () => {
  show(survey);
  expect(screen.getByText("Column left out: E-mail")).toBeTruthy();
});
