import { expect, test } from "vitest";
import { readImport } from "./read-import";

test("[IM-03] the source of evidence is not cut within a character of a long name", async () => {
  const answer = await readImport({
    bytes: new TextEncoder().encode("page,visits\n/a,7\n"),
    fileName: `${"a".repeat(199)}😀.csv`,
    table: 0,
    settings: null,
    isProposing: true,
    isForReal: false,
    language: "en",
    touchpoints: [],
    personas: [],
    saved: [],
    leastAnswers: 5,
    today: "2026-11-29",
  });
  expect(answer).toMatchObject({
    ok: true,
    reading: { settings: { source: "a".repeat(199) } },
  });
});
