// The thread beside the server that reads one file and ends.
import { parentPort, workerData } from "node:worker_threads";
import type { ImportJob } from "./job";
import { readImport } from "./read-import";

parentPort?.postMessage(await readImport(workerData as ImportJob));
