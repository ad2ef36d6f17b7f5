import * as idb from "lib0/indexeddb";
import type { Recovered } from "./recovery";
import { deviceStore } from "./device-store";

const storeName = "changes";

async function withStore<T>(
  userId: string,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T | null> {
  const name = deviceStore(userId);
  if (name === null) return null;
  try {
    const db = await idb.openDB(name, (made) =>
      idb.createStores(made, [[storeName]]),
    );
    const [store] = idb.transact(db, [storeName]);
    const result = store ? await work(store) : null;
    db.close();
    return result;
  } catch {
    // Where nothing can be kept it stays in this tab.
    return null;
  }
}

/** Keeps changes in this browser until their person says what becomes of them. */
export async function keepRecovered(
  userId: string,
  recovered: Recovered,
): Promise<void> {
  await withStore(userId, (store) =>
    idb.put(store, recovered as never, recovered.id),
  );
}

/** What is kept for one map, oldest first. */
export async function listRecovered(
  userId: string,
  journeyId: string,
): Promise<Recovered[]> {
  const all = await withStore(userId, (store) => idb.getAll(store));
  return ((all ?? []) as Recovered[])
    .filter((recovered) => recovered.journeyId === journeyId)
    .sort((a, b) => a.at - b.at);
}

export async function dropRecovered(userId: string, id: string): Promise<void> {
  await withStore(userId, (store) => idb.del(store, id));
}
