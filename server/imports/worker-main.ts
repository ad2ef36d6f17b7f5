// The thread beside the server that reads one file and ends.
import { parentPort, workerData } from "node:worker_threads";
import type { ImportJob, ThreadWord } from "./job";
import { readImport } from "./read-import";

const say = (word: ThreadWord) => parentPort?.postMessage(word);

const answer = await readImport(workerData as ImportJob, (progress) =>
  say({ progress }),
);
say({ answer });
