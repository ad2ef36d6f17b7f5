import type { Presence } from "./presence";

type Follower = Pick<Presence, "user" | "follows">;

/** Whether somebody follows another, directly or through those in between. */
export function leadsTo(
  presences: readonly Follower[],
  from: string,
  to: string,
): boolean {
  const seen = new Set([from]);
  for (const id of seen) {
    for (const { user, follows } of presences) {
      if (user.id !== id || follows === null) continue;
      if (follows === to) return true;
      seen.add(follows);
    }
  }
  return false;
}

/** The tab of a person that shows where they are: the one in use, of several that are in sight. */
export function tabOf(
  presences: readonly Presence[],
  userId: string,
): Presence | null {
  const tabs = presences.filter(({ user }) => user.id === userId);
  const seen = tabs.filter(({ look }) => look !== null);
  return seen.find(({ isIdle }) => !isIdle) ?? seen[0] ?? tabs[0] ?? null;
}
