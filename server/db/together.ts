import DataLoader from "dataloader";

/** More in one query would only make the first of them wait. */
const mostAtOnce = 500;

/**
 * A look-up that asks the database once for all who ask within one turn of the event loop. Nothing is
 * remembered: the next turn asks again.
 *
 * @param find - the rows of many keys; those that are not there are missing.
 * @param nameOf - what tells one key from another, and under which `find` answers.
 */
export function together<Key, Row>(
  find: (keys: readonly Key[]) => Promise<ReadonlyMap<string, Row>>,
  nameOf: (key: Key) => string,
): (key: Key) => Promise<Row | null> {
  const loader = new DataLoader<Key, Row | null>(
    async (keys) => {
      const rows = await find(keys);
      return keys.map((key) => rows.get(nameOf(key)) ?? null);
    },
    {
      cache: false,
      maxBatchSize: mostAtOnce,
      batchScheduleFn: (dispatch) => setImmediate(dispatch),
    },
  );
  return (key) => loader.load(key);
}
