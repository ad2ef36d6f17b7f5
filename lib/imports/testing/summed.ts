import { expect } from "vitest";
import { newEvidence } from "../../api/evidence";
import type { ImportMapping, ProblemCode } from "../contract";
import { readRecords } from "../read-records";
import { recognise } from "../recognise";
import type { Summary, SummaryOptions } from "../results";
import { tableOf } from "./files";

export async function read(text: string, change: Partial<ImportMapping> = {}) {
  const table = await tableOf(text);
  const { mapping } = recognise(table, "en");
  return readRecords(table, { ...mapping, ...change });
}

export const one = "01980000-0000-7000-8000-000000000001";
export const other = "01980000-0000-7000-8000-000000000002";
export const persona = "01980000-0000-7000-8000-000000000003";

export const options = (
  touchpoints: Record<string, string | null>,
  change: Partial<SummaryOptions> = {},
): SummaryOptions => ({
  touchpoints: new Map(Object.entries(touchpoints)),
  personas: new Map(),
  by: "all",
  day: "2026-11-29",
  source: "survey.csv",
  withQuotes: false,
  mostQuotes: 5,
  ...change,
});

/** Whatever is proposed as evidence can be written as it is. */
export function expectWritable({ evidence }: Summary): void {
  for (const draft of evidence) {
    const { measure: _, interval: __, counted: ___, ...fields } = draft;
    const parsed = newEvidence.safeParse({ ...fields, journeyId: other });
    expect(parsed.error).toBeUndefined();
  }
}

export const codes = (counts: Partial<Record<ProblemCode, number>>) => counts;
