import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";

export interface DeviceCopy {
  readonly persistence: IndexeddbPersistence;
  /** Resolves when what this browser kept is in the document. */
  readonly loaded: Promise<void>;
}

interface Owner {
  readonly journeyId: string;
  readonly userId: string;
}

/** Of one history and one person: another account on this computer never sees it. */
function nameOf({ journeyId, userId }: Owner, epoch: number): string {
  return `waymark:${journeyId}:${epoch}:${userId}`;
}

function epochKey({ journeyId, userId }: Owner): string {
  return `waymark:epoch:${journeyId}:${userId}`;
}

/** Storage is refused in private windows and by some policies; then the map simply needs the server. */
function isAvailable(): boolean {
  try {
    return (
      typeof indexedDB !== "undefined" && typeof localStorage !== "undefined"
    );
  } catch {
    return false;
  }
}

/** The history of which this browser keeps a copy; null without one. */
export function keptEpoch(owner: Owner): number | null {
  if (!isAvailable()) return null;
  try {
    const epoch = Number(localStorage.getItem(epochKey(owner)) ?? Number.NaN);
    return Number.isInteger(epoch) ? epoch : null;
  } catch {
    return null;
  }
}

/** Starts keeping a document in this browser; null where the browser does not allow it. */
export function keepCopy(
  doc: Y.Doc,
  owner: Owner,
  epoch: number,
): DeviceCopy | null {
  if (!isAvailable()) return null;
  try {
    localStorage.setItem(epochKey(owner), String(epoch));
    const persistence = new IndexeddbPersistence(nameOf(owner, epoch), doc);
    return {
      persistence,
      loaded: persistence.whenSynced.then(() => undefined),
    };
  } catch {
    return null;
  }
}

/** Forgets the copy, for good: its history is over or its changes were refused. */
export async function forgetCopy(
  copy: DeviceCopy | null,
  owner: Owner,
): Promise<void> {
  if (isAvailable()) localStorage.removeItem(epochKey(owner));
  await copy?.persistence.clearData();
}
