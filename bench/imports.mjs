// How long a large survey takes until it is written as evidence, and how long others wait meanwhile: for an answer of the
// server, and at a map that five of them edit for what one of them has written. With it the most memory that the server took.
// node bench/imports.mjs [rows, 50000] [csv | xlsx] [megabytes, as they come]
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { strToU8, zipSync } from "fflate";
import { gather } from "./editor/colleagues.mjs";
import { quantile } from "./figures.mjs";
import { startOwnServer } from "./own-server.mjs";

const rows = Number(process.argv[2] ?? 50_000);
const kind = process.argv[3] ?? "csv";
const wantedBytes = Number(process.argv[4] ?? 0) * 1024 * 1024;
const probeMs = 20;
const colleagues = 5;
const editsPerSecond = 5;
/** What whoever writes sees as soon as it is stored; asked four times a second. */
const hearMs = 250;

const titles = ["Checkout", "Delivery", "Unpacking", "Returning", "Help desk"];
const head = [
  "Timestamp",
  ...titles.map((title) => `${title}: how satisfied were you?`),
  "Anything else?",
];
/** As much as every row has beside its words, and a little less than what is allowed. */
const besideWords = 40;
const wordsOf = (at) =>
  `Answer ${at}, in words that somebody might write about it`.padEnd(
    Math.floor((wantedBytes * 0.995) / rows) - besideWords,
    " and much more",
  );
const records = Array.from({ length: rows }, (_, at) => [
  `2026-${String(1 + (at % 12)).padStart(2, "0")}-${String(1 + (at % 28)).padStart(2, "0")}`,
  ...titles.map((_title, which) => 1 + ((at + which) % 5)),
  wordsOf(at),
]);

const asCsv = () =>
  strToU8(
    [head, ...records]
      .map((cells) =>
        cells.map((cell) => (/[,?]/.test(cell) ? `"${cell}"` : cell)).join(","),
      )
      .join("\n"),
  );

/** As spreadsheet programs write it, packed. */
function asXlsx() {
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;
  const office = "http://schemas.openxmlformats.org";
  const main = `${office}/spreadsheetml/2006/main`;
  const typed = `${office}/officeDocument/2006/relationships`;
  const relations = `${office}/package/2006/relationships`;
  const application =
    "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const cellOf = (cell, at) => {
    const place = `r="${String.fromCharCode(65 + at)}`;
    return (row) =>
      typeof cell === "number"
        ? `<c ${place}${row}"><v>${cell}</v></c>`
        : `<c ${place}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  };
  const rowOf = (cells, at) =>
    `<row r="${at + 1}">${cells.map((cell, column) => cellOf(cell, column)(at + 1)).join("")}</row>`;
  const sheet = `${xml}<worksheet xmlns="${main}"><sheetData>${[head, ...records].map(rowOf).join("")}</sheetData></worksheet>`;
  const parts = {
    "[Content_Types].xml": `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${application}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${application}.worksheet+xml"/></Types>`,
    "_rels/.rels": `${xml}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${typed}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${xml}<workbook xmlns="${main}" xmlns:r="${typed}"><sheets><sheet name="Answers" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${xml}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${typed}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheet,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
}

const survey = kind === "xlsx" ? asXlsx() : asCsv();
const fileName = `survey.${kind}`;

// All colleagues are one person here, who may not have so many maps open.
const server = await startOwnServer({
  LIMIT_SOCKETS_PER_USER: String(3 * colleagues),
});
const origin = { origin: server.url };

/** Somebody with a workspace of their own, by requests alone. */
async function signUp() {
  const answer = await fetch(`${server.url}/api/v1/account`, {
    method: "POST",
    headers: { ...origin, "content-type": "application/json" },
    body: JSON.stringify({
      email: "ada@bench.example",
      name: "Ada Lovelace",
      password: "kettle orbit lamp 42",
      locale: "en",
    }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return { slug: (await answer.json()).slug, cookie };
}

const { slug, cookie } = await signUp();
const ask = async (path, init = {}) => {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    ...init,
    headers: { ...origin, cookie, ...init.headers },
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
};
const { journeys } = await ask(`/workspaces/${slug}/journeys`);
const at = `/workspaces/${slug}/journeys/${journeys[0].id}`;
const { map } = await ask(at);
const places = map.stages.flatMap(({ touchpoints }) => touchpoints);
const send = (path, order) =>
  ask(at + path, {
    method: "POST",
    headers: {
      "content-type": "application/octet-stream",
      "idempotency-key": randomUUID(),
    },
    body: Buffer.concat([strToU8(`${JSON.stringify(order)}\n`), survey]),
  });

/** Asks again and again how the server is, until told to stop. */
async function probe(signal) {
  const waits = [];
  while (!signal.aborted) {
    const began = performance.now();
    await (await fetch(`${server.url}/api/health/live`)).text();
    waits.push(performance.now() - began);
    await wait(probeMs);
  }
  return waits;
}

const people = await gather(
  {
    url: server.url,
    journeyId: journeys[0].id,
    cookies: cookie.split("; ").map((one) => {
      const [name, ...value] = one.split("=");
      return { name, value: value.join("=") };
    }),
  },
  colleagues,
);
const [heardCard, ...editedCards] = people.cards();
const stopEditing = people.keepEditing(editedCards, editsPerSecond);

/** Writes at the map that others edit and waits until one of them has it, again and again. */
async function listen(signal) {
  const waits = [];
  while (!signal.aborted) {
    waits.push(await people.heard(heardCard));
    await wait(hearMs);
  }
  return waits;
}

/** In megabytes; null where the machine does not tell. */
function memoryOf(field) {
  try {
    const status = fs.readFileSync(`/proc/${server.pid}/status`, "utf8");
    const [, kibibytes] = new RegExp(`${field}:\\s+(\\d+)`).exec(status) ?? [];
    return kibibytes ? Math.round(Number(kibibytes) / 1024) : null;
  } catch {
    return null;
  }
}

async function during(work) {
  const ending = new AbortController();
  const watching = [probe(ending.signal), listen(ending.signal)];
  const began = performance.now();
  const result = await work();
  const ms = performance.now() - began;
  ending.abort();
  const [answers, rooms] = await Promise.all(watching);
  return { result, ms, answers, rooms };
}

const spread = (values) => {
  const [half, most, all] = [0.5, 0.95, 1].map((share) =>
    quantile(values, share).toFixed(1),
  );
  return `p50 ${half} p95 ${most} most ${all} ms (${values.length})`;
};

const say = (name, { ms, answers, rooms }) => {
  console.log(
    `${name}: ${(ms / 1000).toFixed(2)} s; an answer to others meanwhile ${spread(answers)}; heard at a map ${spread(rooms)}; memory ${memoryOf("VmRSS")} MB, at most ${memoryOf("VmHWM")} MB`,
  );
};

console.log(`${rows} rows, ${kind}, ${(survey.length / 1e6).toFixed(1)} MB`);
say("nothing else", await during(() => wait(10_000)));
const reading = await during(() => send("/import-readings", { fileName }));
say("looked into", reading);
const { settings } = reading.result;
const touchpoints = reading.result.keys.map(({ key }, which) => ({
  key,
  touchpointId: places[which % places.length].id,
}));
const order = {
  fileName,
  settings: { ...settings, touchpoints, withQuotes: true, by: "month" },
};
const written = await during(() => send("/imports", order));
say("written", written);
console.log(JSON.stringify(written.result.result));
stopEditing();
people.leave();
await server.stop();
process.exit(0);
