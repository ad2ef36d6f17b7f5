import fs from "node:fs";
import path from "node:path";
import { root } from "@/scripts/processes.mjs";

/** Files that others made, with the answers to them; they lie beside the project where somebody has them. */
const folder = path.join(root, "..", "shared", "samples");

/** Whether they are there; the tests that need them are skipped by name where they are not. */
export const hasSamples = fs.existsSync(folder);

/** The bytes of one of them. @param name - path below their folder. */
export function sampleFile(name: string): Buffer {
  return fs.readFileSync(path.join(folder, name));
}

/** What is to be found in them, as others computed it. */
export function expectedMetrics(): unknown {
  return JSON.parse(sampleFile("expected-metrics.json").toString("utf8"));
}
