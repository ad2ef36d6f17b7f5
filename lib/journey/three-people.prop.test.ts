import { expect, test } from "vitest";
import { runScripts } from "./testing/run-scripts";

test("[J80] three people and a bad network end with one whole map", () => {
  expect(runScripts(3)).toBeGreaterThan(0);
});
