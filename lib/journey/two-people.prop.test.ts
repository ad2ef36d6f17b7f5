import { expect, test } from "vitest";
import { runScripts } from "./testing/run-scripts";

test("[J80] two people and a bad network end with one whole map", () => {
  expect(runScripts(2)).toBeGreaterThan(0);
});
