import DataLoader from "dataloader";

/** More in one query would only make the first of them wait. */
const mostAtOnce = 500;
/** Whoever asks while so many questions are on their way waits for an answer and goes along with the next. */
const mostInFlight = 3;
/** After a restart one socket is taken in each turn of the event loop: of everybody who comes then, each turn brings one. */
const quietTurns = 2;
const longestGatherMs = 8;

/**
 * A look-up that asks the database once for all who ask within some turns of the event loop that follow on each
 * other, or, when very many come, while earlier questions are on their way. Nothing is remembered: the next turn
 * asks again. Who asks alone waits for two turns in which nothing happens.
 *
 * @param find - the rows of many keys; those that are not there are missing.
 * @param nameOf - what tells one key from another, and under which `find` answers.
 */
export function together<Key, Row>(
  find: (keys: readonly Key[]) => Promise<ReadonlyMap<string, Row>>,
  nameOf: (key: Key) => string,
): (key: Key) => Promise<Row | null> {
  let asked = 0;
  let inFlight = 0;
  const waiting: (() => void)[] = [];
  const go = (dispatch: () => void) => {
    inFlight++;
    const until = performance.now() + longestGatherMs;
    let seen = asked;
    let quiet = 0;
    const look = () => {
      quiet = asked === seen ? quiet + 1 : 0;
      seen = asked;
      if (quiet === quietTurns || performance.now() > until) dispatch();
      else setImmediate(look);
    };
    setImmediate(look);
  };
  const loader = new DataLoader<Key, Row | null>(
    async (keys) => {
      try {
        const rows = await find(keys);
        return keys.map((key) => rows.get(nameOf(key)) ?? null);
      } finally {
        inFlight--;
        const next = waiting.shift();
        if (next) go(next);
      }
    },
    {
      cache: false,
      maxBatchSize: mostAtOnce,
      batchScheduleFn: (dispatch) => {
        if (inFlight < mostInFlight) go(dispatch);
        else waiting.push(dispatch);
      },
    },
  );
  return (key) => {
    asked++;
    return loader.load(key);
  };
}
