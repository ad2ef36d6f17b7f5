import { vi, expect } from "vitest";
import * as Y from "yjs";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { textOf } from "@/lib/journey/texts";
import type { LabNode } from "@/server/sync/testing/lab";
import {
  stockClient,
  type StockClient,
} from "@/server/sync/testing/stock-client";
import type { Principal } from "@/test/app";

const title = { kind: "meta", field: "title" } as const;

export const titleOf = (doc: Y.Doc) => resolve(doc).meta.title;
export const jsonOf = (doc: Y.Doc) => canonicalJson(resolve(doc));

/** Writes at the end of the title. */
export const write = ({ doc }: { doc: Y.Doc }, words: string) => {
  const text = textOf(doc, title);
  text?.insert(text.length, words);
};

/** Someone at a node. */
export function sit(
  { address, headersOf }: Pick<LabNode, "address" | "headersOf">,
  person: Principal,
  ...[journeyId, doc = new Y.Doc()]: [journeyId: string, doc?: Y.Doc]
): StockClient {
  const headers = headersOf(person);
  return stockClient({ address, journeyId, headers, hasExtension: true, doc });
}

/** Waits until all say the same, and that what is stored. */
export const areEqual = (
  docs: readonly Y.Doc[],
  stored: () => Promise<Y.Doc>,
  timeout = 6_000,
) =>
  vi.waitFor(
    async () => {
      const expected = jsonOf(await stored());
      for (const doc of docs) expect(jsonOf(doc) === expected).toBe(true);
    },
    { timeout, interval: 100 },
  );
