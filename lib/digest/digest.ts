/** An open task as a digest names it. */
export interface DigestTask {
  readonly text: string;
  /** Day, without a time. */
  readonly due: string | null;
  /** Where it is: journey, and stage or touchpoint. */
  readonly place: string;
}

/** A touchpoint as a digest names it. */
export interface DigestTouchpoint {
  readonly title: string;
  readonly journey: string;
}

/** One that somebody else is responsible for now; nobody where there are no names. */
export interface GivenTouchpoint extends DigestTouchpoint {
  readonly owners: readonly string[];
}

/** A touchpoint that somebody is responsible for, by its key over all journeys. */
export interface OwnedTouchpoint extends DigestTouchpoint {
  readonly key: string;
}

/** A part of a digest: what is named, and how many more there are. */
export interface DigestPart<Item> {
  readonly items: readonly Item[];
  readonly more: number;
}

/** What a digest says. Parts may be empty, not all of them. */
export interface DigestContent {
  readonly overdue: DigestPart<DigestTask>;
  readonly open: DigestPart<DigestTask>;
  readonly gained: DigestPart<DigestTouchpoint>;
  readonly given: DigestPart<GivenTouchpoint>;
}

/** What there is to choose from. */
export interface DigestSource {
  /** Day, without a time. */
  readonly today: string;
  readonly tasks: readonly DigestTask[];
  /** What they are responsible for now. */
  readonly owned: readonly OwnedTouchpoint[];
  /** Keys of what they were responsible for when the last one went out. */
  readonly ownedBefore: readonly string[];
  /** Of those, what is still on its map and is theirs no more. */
  readonly given: readonly GivenTouchpoint[];
}

/** More is a list that nobody reads in a mail; all of it is behind the link. */
const mostNamed = 12;

const part = <Item>(all: readonly Item[]): DigestPart<Item> => ({
  items: all.slice(0, mostNamed),
  more: Math.max(0, all.length - mostNamed),
});

const latest = "9999-12-31";
const byDue = (one: DigestTask, other: DigestTask) =>
  (one.due ?? latest).localeCompare(other.due ?? latest);

/**
 * What a person is told once a week: their open tasks, the longest overdue first, and what became or stopped
 * being theirs since the last time.
 *
 * @returns null where there is nothing to say.
 */
export function digestOf(source: DigestSource): DigestContent | null {
  const { today, owned, ownedBefore, given } = source;
  const tasks = source.tasks.toSorted(byDue);
  const isLate = ({ due }: DigestTask) => due !== null && due < today;
  const before = new Set(ownedBefore);
  const gained = owned.filter(({ key }) => !before.has(key));
  if (tasks.length + gained.length + given.length === 0) return null;
  return {
    overdue: part(tasks.filter(isLate)),
    open: part(tasks.filter((task) => !isLate(task))),
    gained: part(gained.map(({ title, journey }) => ({ title, journey }))),
    given: part(given),
  };
}
