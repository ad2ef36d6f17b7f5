import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { TestApp } from "./app";
import { settleJobs } from "./jobs";

/** A mail as the outbox keeps it. */
export interface KeptMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What was sent to an address once all work is done, the oldest first. */
export async function mailsTo(
  { dataDir }: Pick<TestApp, "dataDir">,
  address: string,
): Promise<KeptMail[]> {
  await settleJobs();
  const folder = path.join(dataDir, "outbox");
  const names = await readdir(folder).catch((): string[] => []);
  const files = names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => readFile(path.join(folder, name), "utf8"));
  const all = (await Promise.all(files)).map(
    (text) => JSON.parse(text) as KeptMail,
  );
  return all.filter(({ to }) => to === address);
}
