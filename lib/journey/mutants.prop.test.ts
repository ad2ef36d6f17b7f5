import { expect, test } from "vitest";
import { arrayOrder } from "./testing/mutants/array-order";
import { defaultUndoManager } from "./testing/mutants/default-undo";
import { hardDelete } from "./testing/mutants/hard-delete";
import { keptHistory } from "./testing/mutants/kept-history";
import { lazyContainers } from "./testing/mutants/lazy-containers";
import { twoKeysForPlacement } from "./testing/mutants/two-keys";
import { unsortedView } from "./testing/mutants/unsorted-view";
import { findFailure } from "./testing/run-scripts";

test.each([
  ["a place kept under two keys", twoKeysForPlacement, /oracle/],
  ["a deletion that removes", hardDelete, /I2|I5|oracle/],
  ["a view that does not sort", unsortedView, /I1|I4/],
  ["an order kept in a Y.Array", arrayOrder, /I2/],
  ["a Y.UndoManager over registers", defaultUndoManager, /I7|oracle|I2/],
  ["a history kept in the document", keptHistory, /I12/],
  ["containers made when first needed", lazyContainers, /I5|oracle/],
])("[J86] the scripts catch %s", (_name, mutant, reason) => {
  const failure = findFailure({ people: 3, runs: 300, seed: 6 }, mutant);
  expect(failure?.reason).toMatch(reason);
});
