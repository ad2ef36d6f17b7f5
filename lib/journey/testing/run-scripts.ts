import * as fc from "fast-check";
import { printScript, realSubject, runScript, scripts } from "./script";
import type { Script, Subject } from "./script";

const USUAL_RUNS = 2_000;
const FILES = 4;

// oxlint-disable-next-line node/no-process-env -- the long run is asked for on the command line
const { PROPERTY_RUNS, PROPERTY_SEED } = process.env;

/** A long run looks for something new each time; the usual one is the same for everyone. */
const usualSeed = PROPERTY_RUNS === undefined ? 20_261_122 : Date.now();

/**
 * Runs this file's share of the random scripts against the core.
 *
 * A failure prints the seed, the path and the shrunk list of steps; pin the steps in `pinned-scripts.ts`.
 */
export function runScripts(people: number): number {
  const runs = Math.ceil(Number(PROPERTY_RUNS ?? USUAL_RUNS) / FILES);
  const seed = Number(PROPERTY_SEED ?? usualSeed) + people;
  const failure = findFailure({ people, runs, seed });
  if (failure === null) return runs;
  const steps = printScript(shortened(failure.script, realSubject));
  throw new Error(
    `${failure.reason}\nseed ${seed}, path ${failure.path}\n${steps}`,
  );
}

export interface Failure {
  readonly reason: string;
  readonly path: string;
  readonly script: Script;
}

/** Looks for a script that breaks a subject; null if there is none among so many. */
export function findFailure(
  search: {
    readonly people: number;
    readonly runs: number;
    readonly seed: number;
  },
  subject: Subject = realSubject,
): Failure | null {
  const property = fc.property(scripts(search.people), (script: Script) =>
    runScript(script, subject),
  );
  const { runs: numRuns, seed } = search;
  const result = fc.check(property, { numRuns, seed, endOnFailure: true });
  const { counterexample, counterexamplePath, errorInstance } = result;
  if (!result.failed || counterexample === null) return null;
  const reason =
    errorInstance instanceof Error
      ? errorInstance.message
      : String(errorInstance);
  return { reason, path: counterexamplePath ?? "", script: counterexample[0] };
}

/** Leaves out steps one by one; fast-check's own shrinking keeps to the least length and takes minutes. */
function shortened(script: Script, subject: Subject): Script {
  let { steps } = script;
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const fewer = steps.toSpliced(index, 1);
    if (fails({ ...script, steps: fewer }, subject)) steps = fewer;
  }
  return { ...script, steps };
}

function fails(script: Script, subject: Subject): boolean {
  try {
    runScript(script, subject);
    return false;
  } catch {
    return true;
  }
}
