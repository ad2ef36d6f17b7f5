// How long a large survey takes until it is written as evidence, and how long others wait for an answer meanwhile.
// node bench/imports.mjs [rows, 50000]
import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { startOwnServer } from "./own-server.mjs";

const rows = Number(process.argv[2] ?? 50_000);
const probeMs = 20;

const titles = ["Checkout", "Delivery", "Unpacking", "Returning", "Help desk"];
const survey = [
  [
    "Timestamp",
    ...titles.map((title) => `${title}: how satisfied were you?`),
    "Anything else?",
  ].join(","),
  ...Array.from({ length: rows }, (_, at) =>
    [
      `2026-${String(1 + (at % 12)).padStart(2, "0")}-${String(1 + (at % 28)).padStart(2, "0")}`,
      ...titles.map((_title, which) => 1 + ((at + which) % 5)),
      `"Answer ${at}, in words that somebody might write about it"`,
    ].join(","),
  ),
  "",
].join("\n");

const server = await startOwnServer();
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
const send = (path, head) =>
  ask(at + path, {
    method: "POST",
    headers: {
      "content-type": "application/octet-stream",
      "idempotency-key": randomUUID(),
    },
    body: `${JSON.stringify(head)}\n${survey}`,
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
  return waits.toSorted((a, b) => a - b);
}

async function during(work) {
  const ending = new AbortController();
  const probing = probe(ending.signal);
  const began = performance.now();
  const result = await work();
  const ms = performance.now() - began;
  ending.abort();
  return { result, ms, waits: await probing };
}

const say = (name, { ms, waits }) => {
  const of = (share) =>
    waits[Math.floor((waits.length - 1) * share)].toFixed(1);
  console.log(
    `${name}: ${(ms / 1000).toFixed(2)} s; an answer to others meanwhile p50 ${of(0.5)} p95 ${of(0.95)} most ${of(1)} ms (${waits.length})`,
  );
};

console.log(`${rows} rows, ${(survey.length / 1e6).toFixed(1)} MB`);
say("nothing else", await during(() => wait(3_000)));
const reading = await during(() =>
  send("/import-readings", { fileName: "survey.csv" }),
);
say("looked into", reading);
const { settings } = reading.result;
const touchpoints = reading.result.keys.map(({ key }, which) => ({
  key,
  touchpointId: places[which % places.length].id,
}));
const order = {
  fileName: "survey.csv",
  settings: { ...settings, touchpoints, withQuotes: true, by: "month" },
};
const written = await during(() => send("/imports", order));
say("written", written);
console.log(JSON.stringify(written.result.result));
await server.stop();
process.exit(0);
