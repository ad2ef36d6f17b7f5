// What the document core costs: a keystroke through the live map, a resolve, a move.
// node bench/core.mjs
import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const folder = mkdtempSync(path.join(root, "node_modules", ".bench-"));
const outfile = path.join(folder, "core.mjs");

const entry = `
  export * as Y from "yjs";
  export { createDocument } from "./lib/journey/create";
  export { createLiveMap } from "./lib/journey/live-map";
  export { moveCard } from "./lib/journey/cards";
  export { replaceText, textOf } from "./lib/journey/texts";
  export { projectRows, diffRows } from "./lib/journey/projection";
  export { resolve } from "./lib/journey/resolve";
  export { seededId, seededRandom } from "./lib/journey/testing/random";
`;

try {
  await build({
    stdin: { contents: entry, resolveDir: root },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  const core = await import(pathToFileURL(outfile).href);
  for (const cards of [1_000, 5_000]) measure(core, cards);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure(core, count) {
  const { Y, createDocument, createLiveMap, moveCard, replaceText, textOf } =
    core;
  const random = core.seededRandom(1);
  const newId = () => core.seededId(random);
  const doc = createDocument({ newId, random }, seedOf(count));
  const update = Y.encodeStateAsUpdate(doc);
  console.log(`\n${count} cards, ${Math.round(update.length / 1024)} KiB`);

  const live = createLiveMap(doc);
  const ctx = {
    doc,
    newId,
    random,
    actorId: newId(),
    now: () => 1,
    origin: {},
  };
  const cards = Object.values(live.get().cells).flat();
  const touchpoints = live.get().stages.flatMap((stage) => stage.touchpoints);
  let turn = 0;
  const typeIn = (ref) => {
    const text = textOf(doc, ref);
    replaceText(text, `${text.toString()}x`, ctx.origin);
    live.get();
  };
  const lanes = live.get().lanes.filter((lane) => lane.span === "touchpoint");

  report("keystroke in a card", 500, () =>
    typeIn({ kind: "card", id: cards[turn++ % cards.length].id }),
  );
  report("keystroke in a message", 500, () =>
    typeIn({
      kind: "touchpoint",
      id: touchpoints[turn++ % touchpoints.length].id,
      field: "message",
    }),
  );
  report("move of a card", 200, () => {
    const card = cards[turn++ % cards.length];
    const columnId = touchpoints[turn % touchpoints.length].id;
    moveCard(ctx, {
      cardId: card.id,
      laneId: lanes[turn % lanes.length].id,
      columnId,
      before: null,
    });
    live.get();
  });
  report("resolve", 20, () => core.resolve(doc));
  report("load and first live map", 5, () => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, update);
    createLiveMap(copy).destroy();
  });
  const scope = { workspaceId: newId(), journeyId: newId() };
  const rows = core.projectRows(live.get(), scope);
  report("rows and their difference", 20, () =>
    core.diffRows(rows, core.projectRows(live.get(), scope)),
  );
}

function seedOf(count) {
  const stages = Array.from({ length: 8 }, (_, stage) => ({
    key: `s${stage}`,
    title: `Stage ${stage}`,
    touchpoints: Array.from({ length: 5 }, (_, index) => ({
      key: `s${stage}t${index}`,
      title: `Touchpoint ${stage}.${index}`,
      message:
        "What we would like to say here, in a sentence or two of usual length.",
    })),
  }));
  const columns = stages.flatMap(({ touchpoints }) =>
    touchpoints.map(({ key }) => key),
  );
  const lanes = 25;
  const perCell = count / (lanes * columns.length);
  let made = 0;
  return {
    title: "Grown",
    locale: "en",
    personas: [],
    stages,
    lanes: Array.from({ length: lanes }, (_, lane) => ({
      key: `l${lane}`,
      kind: "pain",
      span: "touchpoint",
      title: `Lane ${lane}`,
      cards: Object.fromEntries(
        columns.map((column, index) => {
          const until = Math.round(
            (lane * columns.length + index + 1) * perCell,
          );
          const cards = [];
          for (; made < until; made += 1) {
            cards.push({
              text: `Card ${made}: the customer waits for a reply and does not know why`,
            });
          }
          return [column, cards];
        }),
      ),
    })),
  };
}

function report(what, times, run) {
  run();
  const spent = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (share) => spent[Math.floor(share * (times - 1))].toFixed(2);
  console.log(`  ${what.padEnd(28)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms`);
}
