// Hundreds of onlookers as a process of their own: beside a test's own documents they would be slower than the server.
import { Onlooker, type End } from "./onlooker";

/** Whom to be, and where. */
export interface Seats {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly count: number;
}

/**
 * `sit`: so many more come, at chance moments within some milliseconds. `move`: whoever is asked to leave the first
 * address comes to the second.
 */
export type Question =
  | { readonly kind: "sit"; readonly seats: Seats; readonly withinMs: number }
  | { readonly kind: "move"; readonly from: string; readonly seats: Seats };

/** How somebody left, where they did, and came. */
export interface Coming {
  readonly end: End | null;
  readonly joinMs: number;
  readonly attempts: number;
}

export interface Answer {
  readonly comings: readonly Coming[];
  /** Processor time that it took. */
  readonly cpuMs: number;
}

let here: { readonly url: string; readonly one: Onlooker }[] = [];

async function come({ url, headers }: Seats, end: End | null): Promise<Coming> {
  const one = new Onlooker(url, headers);
  here.push({ url, one });
  const joinMs = await one.joined;
  return { end, joinMs, attempts: one.attempts };
}

async function act(question: Question): Promise<readonly Coming[]> {
  const { seats } = question;
  if (question.kind === "sit")
    return Promise.all(
      Array.from({ length: seats.count }, async () => {
        const ms = Math.random() * question.withinMs;
        await new Promise((done) => setTimeout(done, ms));
        return come(seats, null);
      }),
    );
  const leaving = here.filter(({ url }) => url === question.from);
  here = here.filter(({ url }) => url !== question.from);
  return Promise.all(
    leaving.map(async ({ one }) => come(seats, await one.ends())),
  );
}

async function answer(question: Question): Promise<void> {
  const before = process.cpuUsage();
  const comings = await act(question);
  const { user, system } = process.cpuUsage(before);
  const cpuMs = Math.round((user + system) / 1000);
  process.send?.({ comings, cpuMs } satisfies Answer);
}
process.on("message", (question) => void answer(question as Question));
process.on("SIGTERM", () => process.exit());
process.on("disconnect", () => process.exit());
process.send?.("ready");
