import type { TestApp } from "./app";

/** Written in the background out of the log, when a map that was changed before comes to rest. */
const derived =
  /^(document_(state|snapshot)|JourneyPersona|Touchpoint(Channel|Owner)|.*Row)$/;

/** How many rows every table has that only grows when somebody asks for it, for "nothing changed". */
export async function askedRows(app: TestApp): Promise<Record<string, number>> {
  const rows = Object.entries(await app.countRows());
  return Object.fromEntries(rows.filter(([table]) => !derived.test(table)));
}
