import type { JourneySummary } from "@/lib/api/journeys";
import { reviewDueAt } from "@/lib/insight/freshness";

export const JOURNEY_SORTS = ["edited", "title", "created", "review"] as const;
export type JourneySort = (typeof JOURNEY_SORTS)[number];

/** The journeys whose title or persona holds the words, whatever their accents or case. */
export function findJourneys<
  Row extends Pick<JourneySummary, "title" | "personas">,
>(journeys: readonly Row[], query: string): Row[] {
  const plain = (text: string) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase().trim();
  const wanted = plain(query).split(/\s+/);
  return journeys.filter((journey) => {
    const hay = plain(
      [journey.title, ...journey.personas.map(({ name }) => name)].join(" "),
    );
    return wanted.every((word) => hay.includes(word));
  });
}

/** A sorted copy; titles as the language sorts them, numbers in them by value. */
export function sortJourneys<Row extends JourneySummary>(
  journeys: readonly Row[],
  sort: JourneySort,
  locale: string,
): Row[] {
  const collator = new Intl.Collator(locale, {
    numeric: true,
    sensitivity: "base",
  });
  const due = (row: Row) =>
    reviewDueAt(row)?.getTime() ?? Number.POSITIVE_INFINITY;
  const newest = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);
  const orders: Record<JourneySort, (a: Row, b: Row) => number> = {
    edited: (a, b) => newest(a.editedAt, b.editedAt),
    title: (a, b) => collator.compare(a.title, b.title),
    created: (a, b) => newest(a.createdAt, b.createdAt),
    review: (a, b) => (due(a) === due(b) ? 0 : due(a) < due(b) ? -1 : 1),
  };
  return journeys.toSorted(orders[sort]);
}
