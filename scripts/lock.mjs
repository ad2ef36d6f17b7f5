// One at a time across processes, where a killed holder never blocks the next.
import fs from "node:fs";
import path from "node:path";
import { identityOf, isRunning, sleep } from "./processes.mjs";

const retryMs = 100;

const holderOf = (file) => {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
};

/** @param {string} file @param {() => void} [onWait] - called once when somebody else holds it. */
async function acquire(file, onWait) {
  const me = identityOf(process.pid);
  const mine = `${file}.${process.pid}`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (let waited = false; ;) {
    fs.writeFileSync(mine, me);
    try {
      // A link appears with its content at once; an exclusive open would show an empty file first.
      fs.linkSync(mine, file);
      fs.rmSync(mine);
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (!isRunning(holderOf(file))) {
      // Several may find the same dead holder: the last to replace it wins, the others see that and wait.
      fs.renameSync(mine, file);
      await sleep(retryMs);
      if (holderOf(file) === me) return;
      continue;
    }
    fs.rmSync(mine, { force: true });
    if (!waited) onWait?.();
    waited = true;
    await sleep(retryMs);
  }
}

/**
 * Runs `work` while no other process is inside the same lock.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T> | T} work
 * @param {{ onWait?: () => void }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(file, work, { onWait } = {}) {
  await acquire(file, onWait);
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}
