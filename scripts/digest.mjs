// Whether a slow step must run again: a stamp beside its output names the inputs it was made from.
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { root } from "./processes.mjs";

function* filesOf(at) {
  const stat = fs.statSync(at, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) return yield at;
  for (const entry of fs.readdirSync(at).sort())
    yield* filesOf(path.join(at, entry));
}

/**
 * One value for the content of files and folders, for this line of Node and this platform.
 * @param {string[]} inputs - paths from the root of the checkout; those that are missing count as empty.
 * @param {(file: string) => boolean} [matters]
 */
export function digestOf(inputs, matters = () => true) {
  const hash = crypto.createHash("sha256");
  for (const input of inputs) {
    for (const file of filesOf(path.join(root, input))) {
      const name = path.relative(root, file);
      if (matters(name))
        hash
          .update(name)
          .update("\0")
          .update(fs.readFileSync(file))
          .update("\0");
    }
  }
  const [major] = process.versions.node.split(".");
  return hash
    .update(`${major} ${process.platform} ${process.arch}`)
    .digest("hex");
}

const contentOf = (file) =>
  fs.existsSync(file) ? fs.readFileSync(file, "utf8") : null;

/**
 * Does `work` unless its stamp says that it was done for this digest. The stamp goes first and comes
 * back last, so that a killed step is done again, and two processes never do it at once.
 *
 * @param {object} step
 * @param {string} step.stamp - path from the root of the checkout.
 * @param {() => string} step.digest
 * @param {() => Promise<unknown>} step.work
 * @param {string[]} [step.made] - what the work leaves, from the root of the checkout; without it the stamp is not believed.
 * @param {() => void} [step.onWait]
 * @returns {Promise<boolean>} whether there was anything to do.
 */
export async function onceFor({ stamp, digest, work, made = [], onWait }) {
  const file = path.join(root, stamp);
  const isDone = (wanted) =>
    made.every((one) => fs.existsSync(path.join(root, one))) &&
    contentOf(file) === wanted;
  if (isDone(digest())) return false;
  const lock = path.join(root, `.data-locks/${stamp.replaceAll("/", "-")}`);
  return withLock(
    lock,
    async () => {
      const wanted = digest();
      if (isDone(wanted)) return false;
      fs.rmSync(file, { force: true });
      await work();
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, wanted);
      return true;
    },
    { onWait },
  );
}
