import { expect } from "vitest";
import * as Y from "yjs";
import type { JourneyMap } from "../journey-map";
import { canonicalJson, resolve } from "../resolve";
import { testContext, testDocument, type TestContext } from "./context";
import { FULL_SEED } from "./sample";

export function full() {
  const ctx = testDocument(FULL_SEED);
  const map = resolve(ctx.doc);
  const lane = (title: string) =>
    map.lanes.find((held) => held.title === title)!.id;
  const stage = (title: string) =>
    map.stages.find((held) => held.title === title)!.id;
  return { ctx, map, lane, stage, search: map.stages[0]!.touchpoints[0]!.id };
}

export function texts(map: JourneyMap): string[] {
  return Object.values(map.cells)
    .flat()
    .map(({ text }) => text)
    .sort();
}

/** Another replica with what the first one has; `meet` brings both together. */
export function peerOf(ctx: TestContext): TestContext {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(ctx.doc));
  return testContext(doc, 2);
}

export function meet(a: TestContext, b: TestContext): JourneyMap {
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc));
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc));
  expect(canonicalJson(resolve(a.doc))).toBe(canonicalJson(resolve(b.doc)));
  return resolve(a.doc);
}
