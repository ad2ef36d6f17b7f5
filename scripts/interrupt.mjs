// Being told to stop: by Ctrl+C, by a signal, or by npm going away.
import { stopCommands } from "./processes.mjs";
import { stopSteps } from "./progress.mjs";

const parentPollMs = 500;

/** Told to stop: the way out of every step, and not a failure. */
export class Interrupted extends Error {}

let isTold = false;

/** Whether this process was told to stop; what fails after that is no failure. */
export const isInterrupted = () => isTold;

/** Never resolves; rejects with Interrupted once this process is told to stop, and ends its commands. */
export const interrupted = new Promise((_, reject) => {
  const stop = () => {
    isTold = true;
    stopSteps();
    reject(new Interrupted());
    void stopCommands();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, stop);
  if (!process.env.npm_lifecycle_event) return;
  // npm dies of a SIGTERM without passing it on to the script behind its shell.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || stop(), parentPollMs).unref();
});
interrupted.catch(() => {});
