import DataLoader from "dataloader";

/** More in one query would only make the first of them wait. */
const mostAtOnce = 500;
/** Whoever asks while so many questions are on their way waits for an answer and goes along with the next. */
const mostInFlight = 3;

/**
 * A look-up that asks the database once for all who ask within one turn of the event loop, or, when very many
 * come, while earlier questions are on their way. Nothing is remembered: the next turn asks again.
 *
 * @param find - the rows of many keys; those that are not there are missing.
 * @param nameOf - what tells one key from another, and under which `find` answers.
 */
export function together<Key, Row>(
  find: (keys: readonly Key[]) => Promise<ReadonlyMap<string, Row>>,
  nameOf: (key: Key) => string,
): (key: Key) => Promise<Row | null> {
  let inFlight = 0;
  const waiting: (() => void)[] = [];
  const go = (dispatch: () => void) => {
    inFlight++;
    setImmediate(dispatch);
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
  return (key) => loader.load(key);
}
