import * as Y from "yjs";
import type { CommandContext, CommandResult } from "../command";
import { createDocument } from "../create";
import type { JourneySeed } from "../seed";
import { createUndoStack } from "../undo";
import type { UndoStack } from "../undo";
import { seededId, seededRandom } from "./random";

export interface TestContext extends CommandContext {
  readonly undo: UndoStack;
}

/** A context with seeded ids and randomness and a clock that ticks by one at each look. */
export function testContext(doc = new Y.Doc(), seed = 1): TestContext {
  const random = seededRandom(seed);
  let time = 1_700_000_000_000;
  return {
    doc,
    actorId: seededId(random),
    now: () => (time += 1),
    newId: () => seededId(random),
    random,
    origin: { tab: seed },
    undo: createUndoStack(),
  };
}

/** A document made of a seed, and a context to change it. */
export function testDocument(
  seed: Partial<JourneySeed> = {},
  number = 1,
): TestContext {
  const ctx = testContext(undefined, number);
  const doc = createDocument(ctx, {
    title: "Buying running shoes",
    locale: "en",
    personas: [],
    stages: [],
    lanes: [],
    ...seed,
  });
  return { ...ctx, doc };
}

/** The outcome of a command that must not be refused. */
export function must<T extends object>(
  result: CommandResult<T>,
): T & { readonly ok: true } {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result;
}
