import { editors, J, members, type MatrixRow } from "./row";

const csv = `Timestamp,How satisfied are you with the checkout?
2026-10-01,4
2026-10-02,5
2026-10-03,3
`;

const nothingSaid = {
  scale: null,
  decimal: null,
  dates: null,
  unit: "",
  isAdditive: false,
} as const;
const five = {
  metric: "csat",
  low: 1,
  high: 5,
  isHighBad: false,
  isShare: false,
  words: [],
} as const;

/** What is sent to import three answers from 1 to 5 about one touchpoint. */
export const importOf = (touchpointId: string) => ({
  fileName: "survey.csv",
  settings: {
    table: 0,
    mapping: {
      tool: "survey",
      shape: "answers",
      columns: [
        { ...nothingSaid, column: 0, role: "date", dates: "yearFirst" },
        { ...nothingSaid, column: 1, role: "value", scale: five, decimal: "." },
      ],
      touchpointFrom: "whole",
      separator: null,
      leaveOut: [],
      period: null,
      isClosed: false,
    },
    touchpoints: [{ key: "", touchpointId }],
    personas: [],
    by: "all",
    day: "2026-10-31",
    source: "Survey after buying",
    withQuotes: false,
    isPartial: false,
  },
});

/** A line of JSON and the file after it. */
export const importBody = (
  head: unknown,
  file: string | Uint8Array = csv,
): Uint8Array =>
  Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    typeof file === "string" ? Buffer.from(file) : file,
  ]);

const headers = { "content-type": "application/octet-stream" };

/** Files that become evidence, whole and at once: for those who may edit the map. */
export const importRows: readonly MatrixRow[] = [
  {
    route: `GET ${J}/{journeyId}/imports`,
    cells: members,
    attempt: async (world) => {
      const { journeyId } = await world.importRun();
      return { params: { journeyId } };
    },
  },
  {
    route: `POST ${J}/{journeyId}/import-readings`,
    cells: editors(200),
    attempt: async (world) => {
      const { journeyId } = await world.map();
      const raw = importBody({ fileName: "survey.csv" });
      return { params: { journeyId }, raw, headers };
    },
  },
  {
    route: `POST ${J}/{journeyId}/imports`,
    cells: editors(201),
    attempt: async (world) => {
      const { journeyId, touchpointId } = await world.map();
      const raw = importBody(importOf(touchpointId));
      return { params: { journeyId }, raw, headers };
    },
  },
  {
    route: `GET ${J}/{journeyId}/imports/{importId}`,
    cells: members,
    attempt: async (world) => ({ params: await world.importRun() }),
  },
  {
    route: `POST ${J}/{journeyId}/imports/{importId}/undo`,
    cells: editors(200),
    attempt: async (world) => ({ params: await world.importRun() }),
  },
  {
    // A file of one line becomes nothing: what goes on after the answer changes the row that the request has made.
    route: `POST ${J}/{journeyId}/import-works`,
    cells: editors(202),
    attempt: async (world) => {
      const { journeyId, touchpointId } = await world.map();
      const raw = importBody(importOf(touchpointId), "Timestamp,Answer\n");
      return { params: { journeyId }, raw, headers };
    },
  },
  {
    route: `GET ${J}/{journeyId}/import-works`,
    cells: members,
    attempt: async (world) => {
      const { journeyId } = await world.importWork();
      return { params: { journeyId } };
    },
  },
  {
    route: `GET ${J}/{journeyId}/import-works/{workId}`,
    cells: members,
    attempt: async (world) => ({ params: await world.importWork() }),
  },
  {
    route: `POST ${J}/{journeyId}/import-works/{workId}/cancel`,
    cells: editors(200),
    attempt: async (world) => ({ params: await world.importWork() }),
  },
  {
    route: `GET ${J}/{journeyId}/flow`,
    cells: members,
    attempt: async (world) => {
      const { journeyId } = await world.importRun();
      return { params: { journeyId } };
    },
  },
];
