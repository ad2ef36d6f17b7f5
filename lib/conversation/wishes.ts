/** When mails come: at once, once a day, once a week or never. */
export const DIRECT_WISHES = ["now", "daily", "weekly", "none"] as const;
/** What is not about oneself alone never comes at once. */
export const OTHER_WISHES = ["daily", "weekly", "none"] as const;

export type DirectWish = (typeof DIRECT_WISHES)[number];
export type OtherWish = (typeof OTHER_WISHES)[number];

/** Which mails somebody wants. */
export interface Wishes {
  readonly direct: DirectWish;
  readonly others: OtherWish;
}

/** Of whoever said nothing. */
export const USUAL_WISHES: Wishes = { direct: "now", others: "daily" };

/** Everything that somebody is told of. */
export const NOTICE_KINDS = [
  "mention",
  "reply",
  "comment",
  "touchpoint",
  "task",
  "review",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What is said to somebody in particular, becomes theirs, or waits for them. */
export const DIRECT_KINDS: readonly NoticeKind[] = [
  "mention",
  "touchpoint",
  "task",
  "review",
];

/** Several things that happen together go into one mail. */
export const GATHER_MS = 2 * 60_000;
/** From one mail to somebody to the next. */
export const PACE_MS = 5 * 60_000;
/** What nobody was told of for so long is no news any more. */
export const NEWS_MS = 14 * 24 * 60 * 60_000;

const dayMs = 24 * 60 * 60_000;
/** Before people begin, in UTC. */
const morningHour = 5;

/** The newest morning that has come. */
function lastMorning(now: Date): Date {
  const today = Date.UTC(
    now.getUTCFullYear(),
    now.getUTCMonth(),
    now.getUTCDate(),
    morningHour,
  );
  return new Date(today > now.getTime() ? today - dayMs : today);
}

/** The newest Monday morning that has come. */
function lastMonday(now: Date): Date {
  const morning = lastMorning(now);
  const days = (morning.getUTCDay() + 6) % 7;
  return new Date(morning.getTime() - days * dayMs);
}

/** For each wish, what is older goes into a mail that is made now; for "none" nothing ever does. */
export const dueBefore = (
  now: Date,
): Readonly<Record<Exclude<DirectWish, "none">, Date>> => ({
  now,
  daily: lastMorning(now),
  weekly: lastMonday(now),
});
