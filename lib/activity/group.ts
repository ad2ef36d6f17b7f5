import type { ActivityKind } from "./kinds";

/** A thing of the map by the name that it has now. */
interface Thing {
  readonly id: string;
  readonly kind: "stage" | "touchpoint" | "lane" | "card";
  readonly label: string;
}

/** What the API tells of one deed, or of the same deed over and over within an hour. */
export interface Told {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly at: string;
  readonly who: "member" | "person" | "former" | "several";
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly journey: {
    readonly id: string;
    readonly title: string;
    readonly isInBin: boolean;
  } | null;
  readonly ids: readonly string[];
  readonly isMore: boolean;
  readonly things: readonly Thing[];
  readonly threadId: string | null;
  readonly label: string;
  readonly excerpt: string;
}

/** The same deed of one person in one journey on one day. */
export interface Line<T extends Told> {
  readonly key: string;
  /** The newest of what it sums up. */
  readonly newest: T;
  readonly count: number;
  /** It was more than the count says. */
  readonly isMore: boolean;
  /** The first few by name. */
  readonly things: readonly Thing[];
}

/** What one person did in one journey on one day. */
export interface Block<T extends Told> {
  readonly key: string;
  readonly newest: T;
  readonly lines: readonly Line<T>[];
}

interface Day<T extends Told> {
  /** As a calendar has it, such as 2026-11-29. */
  readonly day: string;
  readonly blocks: readonly Block<T>[];
}

/** As many names as a line shows. */
const mostThings = 3;

/** What is told one by one: each of it leads somewhere of its own. */
const single: readonly ActivityKind[] = [
  "import-done",
  "import-undone",
  "pulse-opened",
  "pulse-closed",
  "pulse-reopened",
  "pulse-revoked",
  "handed-over",
  "version-restored",
  "journey-reviewed",
];

const lineKey = ({ kind, threadId, id }: Told): string =>
  single.includes(kind) ? `${kind} ${id}` : `${kind} ${threadId ?? ""}`;

function gathered<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): [key: string, items: [T, ...T[]]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups];
}

/** What was done to pieces of evidence names the touchpoints that they are about. */
const isOfEvidence = (kind: ActivityKind) => kind.startsWith("evidence-");

/** Things that came in the same stretch: that they were changed as well goes without saying. */
const freshIn = (items: readonly Told[]): ReadonlySet<string> =>
  new Set(
    items
      .filter(
        ({ kind }) =>
          (kind.endsWith("-added") && !isOfEvidence(kind)) ||
          kind === "task-made",
      )
      .flatMap(({ ids }) => ids),
  );

function lineOf<T extends Told>(
  key: string,
  items: readonly [T, ...T[]],
  fresh: ReadonlySet<string>,
): Line<T> | null {
  const [newest] = items;
  const isChange =
    newest.kind.endsWith("-changed") && !isOfEvidence(newest.kind);
  const isTold = (id: string) => !isChange || !fresh.has(id);
  const all = items.flatMap(({ ids }) => ids);
  const ids = new Set(all.filter(isTold));
  if (all.length > 0 && ids.size === 0) return null;
  const isOfMap = items.every(({ ids: of }) => of.length > 0);
  const isEvidence = isOfEvidence(newest.kind);
  const things = new Map(
    items
      .flatMap((item) => item.things)
      .filter(({ id }) => isTold(id))
      .map((thing) => [thing.id, thing] as const),
  );
  return {
    key,
    newest,
    count: isOfMap && !isEvidence ? ids.size : items.length,
    isMore: items.some(({ isMore }) => isMore),
    things: [...things.values()].slice(0, mostThings),
  };
}

/**
 * What people did, by day, person and journey: the same deed is told once, with how often. Items come newest first,
 * and older ones that are read later join the blocks of their day.
 *
 * @param timeZone - the reader's: it is their midnight that ends a day.
 */
export function groupActivity<T extends Told>(
  items: readonly T[],
  timeZone: string,
): Day<T>[] {
  const calendar = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const dayOf = ({ at }: T) => calendar.format(new Date(at));
  const blockKey = ({ who, by, journey, id }: T) =>
    // Of two people who have left nobody can say whether they were one.
    `${who === "former" ? id : (by?.id ?? who)} ${journey?.id ?? ""}`;
  return gathered(items, dayOf).map(([day, ofDay]) => ({
    day,
    blocks: gathered(ofDay, blockKey).flatMap(([key, ofBlock]) => {
      const fresh = freshIn(ofBlock);
      const lines = gathered(ofBlock, lineKey).flatMap(([line, same]) => {
        const told = lineOf(line, same, fresh);
        return told ? [told] : [];
      });
      return lines.length === 0 ? [] : [{ key, newest: ofBlock[0], lines }];
    }),
  }));
}
