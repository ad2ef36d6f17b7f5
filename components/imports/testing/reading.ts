import type { ImportWork } from "@/lib/api/import-works";
import type { ImportItem, ImportReading } from "@/lib/api/imports";
import type { ColumnMapping } from "../types";

export const checkout = "0198c000-0000-7000-8000-00000000f001";
export const delivery = "0198c000-0000-7000-8000-00000000f002";
/** A column as nobody has said anything about it. */
const column = (
  index: number,
  said: Partial<ColumnMapping>,
): ColumnMapping => ({
  column: index,
  role: "ignored",
  scale: null,
  decimal: null,
  dates: null,
  unit: "",
  isAdditive: false,
  ...said,
});

/** A survey of forty-two rows as the server has read it. */
export const reading: ImportReading = {
  file: {
    name: "survey.csv",
    bytes: 100,
    kind: "csv",
    encoding: "utf-8",
    delimiter: ";",
  },
  tables: [{ index: 0, name: "", rows: 42 }],
  preamble: [],
  columns: [
    { index: 0, name: "Page", parts: ["Page"], samples: ["pay", "cart"] },
    {
      index: 1,
      name: "How was it?",
      parts: ["How was it?"],
      samples: ["Good", "Bad"],
    },
    {
      index: 2,
      name: "E-mail",
      parts: ["E-mail"],
      samples: ["a@people.example"],
    },
  ],
  rows: [{ at: 2, cells: ["pay", "Good", "<b>a@people.example</b>"] }],
  totals: 0,
  tool: "survey",
  isSure: false,
  questions: [{ about: "words", column: 1 }],
  isSaved: false,
  isSavedElsewhere: false,
  settings: {
    table: 0,
    mapping: {
      tool: "survey",
      shape: "answers",
      columns: [
        column(0, { role: "touchpoint" }),
        column(1, {
          role: "value",
          decimal: ".",
          scale: {
            metric: "csat",
            low: 1,
            high: 3,
            isHighBad: false,
            isShare: false,
            words: [
              { word: "Good", value: 1 },
              { word: "Bad", value: 3 },
              { word: "Don’t know", value: null },
            ],
          },
        }),
        column(2, { role: "personal" }),
      ],
      touchpointFrom: "column",
      separator: null,
      leaveOut: [],
      period: null,
      isClosed: false,
    },
    touchpoints: [{ key: "cart", touchpointId: checkout }],
    personas: [],
    by: "all",
    day: "2026-11-29",
    source: "survey",
    withQuotes: false,
    isPartial: false,
  },
  isComplete: true,
  keys: [
    { key: "pay", count: 30 },
    { key: "cart", count: 12 },
  ],
  moreKeys: { values: 0, rows: 0 },
  segments: [],
  readRows: 42,
  leftOutRows: 0,
  leastAnswers: 5,
  plan: {
    groups: [
      {
        touchpointId: checkout,
        personaId: null,
        question: "How was it?",
        measure: "mean",
        from: "2026-10-01",
        to: "2026-10-31",
        records: 12,
        value: 2.25,
        unit: "",
        scale: { low: 1, high: 3, isHighBad: false, isShare: false },
        n: 12,
        counted: null,
      },
    ],
    moreGroups: 0,
    pieces: 1,
    quotes: 0,
    moreQuotes: 0,
    unfit: 0,
    unmatched: { keys: [{ key: "pay", count: 30 }], values: 1, rows: 30 },
    leftOut: { values: 0, rows: 0 },
  },
  log: null,
  problems: { listed: [], counts: {} },
  earlier: null,
  touchpoints: [
    { id: checkout, title: "Checkout" },
    { id: delivery, title: "Delivery" },
  ],
  personas: [],
  gone: 0,
};
/** What came of it. */
export const item: ImportItem = {
  id: "0198c000-0000-7000-8000-00000000d001",
  kind: "survey",
  tool: "survey",
  fileName: "survey.csv",
  result: {
    rows: 42,
    leftOutRows: 0,
    pieces: 1,
    quotes: 0,
    touchpoints: 1,
    unmatchedValues: 1,
    unmatchedRows: 30,
    wrongCells: 0,
  },
  left: 1,
  changed: 0,
  by: null,
  at: "2026-11-29T10:00:00.000Z",
  undone: null,
};

/** Its import, of which nobody knows yet how it ends. */
export const work: ImportWork = {
  id: "0198c000-0000-7000-8000-00000000e001",
  fileName: "survey.csv",
  state: "running",
  step: "checking",
  done: 12_000,
  total: 50_000,
  problem: null,
  importId: null,
  by: { id: "0198c000-0000-7000-8000-00000000b001", name: "Anna" },
  at: "2026-11-29T11:59:00.000Z",
};
