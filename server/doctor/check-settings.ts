import { settingsOff, unloggedTables } from "@/server/log/durable-settings";
import type { Finding } from "./finding";
import type { Db } from "./map-under-check";

/** Checks that Postgres keeps what it says it keeps. */
export async function checkSettings(db: Db): Promise<Finding[]> {
  const settings = (await settingsOff(db)).map((name) => ({
    code: "setting" as const,
    journeyId: null,
    words: `PostgreSQL runs with ${name} = off: what the app calls saved may be lost`,
  }));
  const tables = (await unloggedTables(db)).map((name) => ({
    code: "unlogged" as const,
    journeyId: null,
    words: `the table ${name} is unlogged: a crash of PostgreSQL empties it`,
  }));
  return [...settings, ...tables];
}
