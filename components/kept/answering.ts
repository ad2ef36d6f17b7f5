import { verdictOn } from "@/lib/kept/ways";
import type { Keeper } from "./keeper";

/** A navigation, as far as it matters here. */
export interface Visit {
  readonly url: URL;
  readonly isMap: boolean;
  /** Asks the server. */
  readonly ask: () => Promise<Response>;
  /** What is still to be done when it has been answered. */
  readonly after: (work: Promise<unknown>) => void;
}

/** What the server said, or what lies here where it said nothing. Whatever goes wrong here, its answer stands. */
export async function answerVisit(
  keeper: Keeper,
  { url, isMap, ask, after }: Visit,
): Promise<Response> {
  let answer: Response | null = null;
  let failure: unknown = null;
  try {
    answer = await ask();
  } catch (error) {
    failure = error;
  }
  if (answer && !(isMap && verdictOn(answer) === "away")) {
    if (isMap) after(learn(keeper, url, answer));
    return answer;
  }
  const kept = await keptFor(keeper, { path: url.pathname, isMap, answer });
  if (kept) return kept;
  if (answer) return answer;
  throw failure;
}

async function keptFor(
  keeper: Keeper,
  of: { path: string; isMap: boolean; answer: Response | null },
): Promise<Response | null> {
  try {
    const page = of.isMap ? await keeper.page(of.path) : null;
    // What a proxy says of a server that is away is an answer; it is only worse than the map itself.
    return page ?? (of.answer ? null : await keeper.list());
  } catch {
    return null;
  }
}

/**
 * What the answer to a map's address says of what lies here. Its body is left alone: the browser hands it to the page
 * itself, and one that is read here as well passes through this thread while somebody waits for it.
 */
function learn(keeper: Keeper, url: URL, answer: Response): Promise<void> {
  switch (verdictOn(answer)) {
    case "signed-out":
      return keeper.forget();
    case "closed":
      return keeper.close(url.pathname);
    case "here":
      return keeper.meet(answer);
    case "away":
    case "other":
      return Promise.resolve();
  }
}
