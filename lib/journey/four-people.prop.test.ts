import { expect, test } from "vitest";
import { runScripts } from "./testing/run-scripts";

test("[J80] four people and a bad network end with one whole map", () => {
  expect(runScripts(4)).toBeGreaterThan(0);
});
