import { expect, test } from "vitest";
import { runScripts } from "./testing/run-scripts";

test("[J80] five people and a bad network end with one whole map", () => {
  expect(runScripts(5)).toBeGreaterThan(0);
});
