import type { Awareness } from "y-protocols/awareness";
import { readPresence } from "@/lib/protocol/presence";
import type {
  OwnPresence,
  Presence,
  PresenceUser,
} from "@/lib/protocol/presence";

/** A person who is here, in one tab or several. */
export interface Person extends PresenceUser {
  readonly isIdle: boolean;
}

export interface Seen {
  readonly people: readonly Person[];
  /** Who is on a cell or entity, by its name. */
  readonly places: ReadonlyMap<string, readonly PresenceUser[]>;
  readonly presences: readonly Presence[];
}

export type Place = NonNullable<OwnPresence["at"]>;

const NOBODY: Seen = { people: [], places: new Map(), presences: [] };
const NO_ONE: readonly PresenceUser[] = [];
/** Below the rate at which the server starts to coalesce. */
const TELL_MS = 60;

const START: OwnPresence = {
  at: null,
  isEditing: false,
  preview: null,
  cursor: null,
  isIdle: false,
  look: null,
  follows: null,
  calls: null,
};

/** The key under which a place is looked up. */
function placeName(place: Place): string {
  return place.kind === "cell" ? `${place.laneId}:${place.columnId}` : place.id;
}

/** Who else is here and where, and where I say that I am. */
export class PresenceBook {
  private seen: Seen = NOBODY;
  private own: OwnPresence = START;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** By who they are and by what their tab is in the document: the server keeps both from being borrowed. */
  private readonly names = new Map<string | number, string>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly awareness: Awareness) {
    awareness.setLocalState({ ...START });
    awareness.on("change", this.read);
  }

  readonly getSeen = (): Seen => this.seen;

  /** What somebody is called who is here or was since this page was opened, by their id or by that of their tab. */
  readonly nameOf = (who: string | number): string | null =>
    this.names.get(who) ?? null;

  readonly at = (name: string): readonly PresenceUser[] =>
    this.seen.places.get(name) ?? NO_ONE;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Says where I am and what I do; several changes in a row are told as one. */
  tell(change: Partial<OwnPresence>): void {
    this.own = { ...this.own, ...change };
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.awareness.setLocalState({ ...this.own });
    }, TELL_MS);
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.awareness.off("change", this.read);
    this.listeners.clear();
  }

  private readonly read = (): void => {
    const presences: Presence[] = [];
    for (const [clientId, state] of this.awareness.getStates()) {
      const presence =
        clientId === this.awareness.clientID ? null : readPresence(state);
      if (!presence) continue;
      presences.push(presence);
      this.names.set(clientId, presence.user.name);
      this.names.set(presence.user.id, presence.user.name);
    }
    this.seen = summarise(presences, this.seen);
    for (const listener of this.listeners) listener();
  };
}

function summarise(presences: readonly Presence[], before: Seen): Seen {
  const people = new Map<string, Person>();
  const places = new Map<string, PresenceUser[]>();
  for (const { user, at, isIdle } of presences) {
    const known = people.get(user.id);
    people.set(user.id, { ...user, isIdle: isIdle && (known?.isIdle ?? true) });
    if (!at) continue;
    const name = placeName(at);
    const there = places.get(name) ?? [];
    if (!there.some(({ id }) => id === user.id))
      places.set(name, [...there, user]);
  }
  return {
    presences,
    people: [...people.values()],
    places: keepSame(places, before.places),
  };
}

/** Keeps the list of a place the same object while the same people are there, so that its cell is not drawn again. */
function keepSame(
  next: ReadonlyMap<string, PresenceUser[]>,
  before: Seen["places"],
): Seen["places"] {
  const signature = (users: readonly PresenceUser[] | undefined) =>
    users?.map(({ id, name, colour }) => `${id}|${name}|${colour}`).join();
  return new Map(
    [...next].map(([name, users]) => {
      const old = before.get(name);
      return [name, old && signature(old) === signature(users) ? old : users];
    }),
  );
}
