// npm run doctor -- [--map <id>] [--repair-rows]: whether everything that is stored can be read and fits together.
// Ends with 0 where all is sound, with 1 where something is not, with 2 where that could not be found out.
import { parseArgs } from "node:util";
import * as z from "zod";
import { closePool, pool } from "@/server/db/pool";
import { closePrisma } from "@/server/db/prisma";
import { AppError } from "@/server/errors";
import { logger } from "@/server/logger";
import { PostgresLog } from "@/server/log/postgres";
import { checkFiles } from "./check-files";
import { diagnose, type Diagnosis } from "./doctor";
import { wordsOf, type Finding } from "./finding";

const progressMs = 2_000;
const say = (line: string) => process.stdout.write(`${line}\n`);

function readWish() {
  const { values } = parseArgs({
    options: {
      map: { type: "string" },
      "repair-rows": { type: "boolean", default: false },
    },
  });
  const { map: journeyId, "repair-rows": repairsRows } = values;
  if (journeyId !== undefined && !z.guid().safeParse(journeyId).success)
    throw new AppError("bad_request", "--map wants the id of a journey.");
  return { journeyId, repairsRows };
}

function sayFinding({ journeyId, words }: Finding): void {
  say(journeyId ? `journey ${journeyId}: ${words}` : words);
}

/** Says how far it is, now and then, beside the report and not in it. */
function progress(): (done: number, of: number) => void {
  let saidAt = Date.now();
  return (done, of) => {
    if (Date.now() - saidAt < progressMs) return;
    saidAt = Date.now();
    process.stderr.write(`${done} of ${of} journeys checked\n`);
  };
}

function sayMaps({ maps, repaired, behind }: Diagnosis): void {
  for (const id of repaired) say(`journey ${id}: its rows were written anew`);
  say(`${maps} journeys checked`);
  if (behind > 0)
    say(
      `${behind} of them have rows that lack the newest changes, as those of open maps do; opening them mends it`,
    );
}

/** @returns how many findings there are. */
async function reportFiles(): Promise<number> {
  const { rows, withoutBytes, withoutRow } = await checkFiles();
  say(`${rows} files checked, ${withoutBytes} of them without their bytes`);
  if (withoutRow > 0)
    say(
      `${withoutRow} stored objects belong to no file; the sweep removes them when they are 12 hours old`,
    );
  return withoutBytes > 0 ? 1 : 0;
}

async function main(): Promise<number> {
  const wish = readWish();
  const log = new PostgresLog(pool(), (error) =>
    logger().error({ err: error }, "log"),
  );
  const found = await diagnose(
    { pool: pool(), log },
    { ...wish, onFinding: sayFinding, onProgress: progress() },
  );
  sayMaps(found);
  const findings = found.findings + (wish.journeyId ? 0 : await reportFiles());
  say(findings === 0 ? "Everything is sound." : `${findings} findings.`);
  return findings === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`The check could not run: ${wordsOf(error)}\n`);
  process.exitCode = 2;
} finally {
  await closePrisma();
  await closePool();
}
