import { expect, test } from "vitest";
import { PINNED } from "./testing/pinned-scripts";
import { runScript } from "./testing/script";

test.each(PINNED)(
  "[J80] a pinned script ends with one whole map: %s",
  (_why, script) => {
    expect(() => runScript(script)).not.toThrow();
  },
);
