// What a person in front of the terminal sees of each step.
const startedAt = performance.now();
const patienceMs = 10_000;

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

let isStopped = false;

/** From here on a step that ends was stopped, and did not fail. */
export const stopSteps = () => (isStopped = true);

/** @param {string} line */
export const say = (line) => console.log(line);

/** How long the command has been running. */
export const elapsed = () => seconds(performance.now() - startedAt);

/**
 * Announces a step, says every ten seconds that it goes on, and how long it took.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const since = performance.now();
  const took = () => seconds(performance.now() - since);
  say(`… ${name}`);
  const patience = setInterval(
    () => say(`… ${name}, ${took()} so far`),
    patienceMs,
  );
  try {
    const result = await work();
    say(`✓ ${name} (${took()})`);
    return result;
  } catch (error) {
    say(isStopped ? `– ${name} was stopped` : `✗ ${name} (${took()})`);
    throw error;
  } finally {
    clearInterval(patience);
  }
}

/** Something that the person has to know or do; printed without a stack. */
export class Notice extends Error {}

/** Prints what went wrong and gives the exit code. @param {unknown} error */
export function report(error) {
  if (error instanceof Notice) console.error(`\n${error.message}`);
  else
    console.error(
      error instanceof Error && "output" in error
        ? `\n${error.message}`
        : error,
    );
  return 1;
}
