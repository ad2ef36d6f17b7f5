import { forgetPages } from "@/components/kept/forget-pages";

/** Whose copy of what. */
export interface Owner {
  readonly journeyId: string;
  readonly userId: string;
}

const epochPrefix = "waymark:epoch:";
const unsentPrefix = "waymark:unsent:";
const earlyPrefix = "waymark:early:";

/** Of one history and one person: another account on this computer never sees it. */
export const copyName = ({ journeyId, userId }: Owner, epoch: number) =>
  `waymark:${journeyId}:${epoch}:${userId}`;

const epochKey = ({ journeyId, userId }: Owner) =>
  `${epochPrefix}${journeyId}:${userId}`;

/** Storage is refused in private windows and by some policies; then the map simply needs the server. */
export function isDeviceUsable(): boolean {
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
  if (!isDeviceUsable()) return null;
  try {
    const epoch = Number(localStorage.getItem(epochKey(owner)) ?? Number.NaN);
    return Number.isInteger(epoch) ? epoch : null;
  } catch {
    return null;
  }
}

/** The name of what else this browser keeps for someone, erased together with their copies; null where it may not. */
export function deviceStore(userId: string): string | null {
  if (!isDeviceUsable()) return null;
  const owner = { journeyId: "recovered", userId };
  try {
    localStorage.setItem(epochKey(owner), "0");
    return copyName(owner, 0);
  } catch {
    return null;
  }
}

/** Remembers which history this browser keeps a copy of. */
export const noteEpoch = (owner: Owner, epoch: number): void =>
  localStorage.setItem(epochKey(owner), String(epoch));

export const forgetEpoch = (owner: Owner): void =>
  localStorage.removeItem(epochKey(owner));

const unsentKey = ({ journeyId, userId }: Owner, tab: string) =>
  `${unsentPrefix}${tab}:${journeyId}:${userId}`;

/** Says on this device, for other pages, that a tab holds what was not sent. */
export const noteUnsent = (owner: Owner, tab: string): void =>
  localStorage.setItem(unsentKey(owner, tab), "1");

export const forgetUnsent = (owner: Owner, tab: string): void =>
  localStorage.removeItem(unsentKey(owner, tab));

/** Whether something that somebody wrote is on this device only. */
export function hasUnsent(userId: string): boolean {
  if (!isDeviceUsable()) return false;
  return Object.keys(localStorage).some(
    (key) => key.startsWith(unsentPrefix) && key.endsWith(`:${userId}`),
  );
}

/** Where this tab keeps words that were written before a page was alive; what writes them there knows it by itself. */
export const earlyKey = (owner: string): string => `${earlyPrefix}${owner}`;

/** Deletes the copies that this browser keeps with the pages that show them, of everybody or of everybody else. */
export async function forgetCopies(but: string | null): Promise<void> {
  const isOthers = (name: string) => but === null || !name.endsWith(`:${but}`);
  forgetEarly(isOthers);
  await forgetPages(isOthers);
  if (!isDeviceUsable()) return;
  try {
    for (const key of Object.keys(localStorage).filter(isOthers)) {
      if (key.startsWith(epochPrefix)) forgetKept(key);
      if (key.startsWith(unsentPrefix)) localStorage.removeItem(key);
    }
    const known = (await indexedDB.databases?.()) ?? [];
    for (const { name = "" } of known)
      if (name.startsWith("waymark:") && isOthers(name))
        indexedDB.deleteDatabase(name);
  } catch {
    // What cannot be opened keeps nothing either.
  }
}

function forgetEarly(isOthers: (name: string) => boolean): void {
  try {
    for (const key of Object.keys(sessionStorage).filter(isOthers))
      if (key.startsWith(earlyPrefix)) sessionStorage.removeItem(key);
  } catch {
    // What cannot be opened keeps nothing either.
  }
}

function forgetKept(key: string): void {
  const [journeyId = "", userId = ""] = key
    .slice(epochPrefix.length)
    .split(":");
  const epoch = Number(localStorage.getItem(key));
  indexedDB.deleteDatabase(copyName({ journeyId, userId }, epoch));
  localStorage.removeItem(key);
}
