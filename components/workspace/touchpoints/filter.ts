export const FILTER_KEYS = [
  "q",
  "journey",
  "stage",
  "owner",
  "channel",
  "emotion",
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

export const SORT_KEYS = [
  "title",
  "journey",
  "stage",
  "emotion",
  "owner",
] as const;
export type TouchpointSortKey = (typeof SORT_KEYS)[number];

/** What the address of the touchpoint table says; everything in it can be linked to. */
export interface TouchpointView {
  filters: Partial<Record<FilterKey, string>>;
  sort: {
    key: TouchpointSortKey;
    direction: "ascending" | "descending";
  } | null;
  page: number;
}

type Query = Record<string, string | string[] | undefined>;

const one = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 200) || undefined;

/** Reads the address; what makes no sense in it is left out. */
export function readView(query: Query): TouchpointView {
  const filters: TouchpointView["filters"] = {};
  for (const key of FILTER_KEYS) {
    const value = one(query[key]);
    if (value !== undefined) filters[key] = value;
  }
  const [, minus, word] = /^(-?)(\w+)$/.exec(one(query.sort) ?? "") ?? [];
  const key = SORT_KEYS.find((known) => known === word);
  const page = Number.parseInt(one(query.page) ?? "1", 10);
  return {
    filters,
    sort: key ? { key, direction: minus ? "descending" : "ascending" } : null,
    page: Number.isFinite(page) && page > 0 ? page : 1,
  };
}

/** The address of a view, shortest form: the first page and the map's own order go unsaid. */
export function writeView(view: TouchpointView): string {
  const parameters = new URLSearchParams();
  for (const key of FILTER_KEYS) {
    const value = view.filters[key];
    if (value) parameters.set(key, value);
  }
  if (view.sort) {
    parameters.set(
      "sort",
      (view.sort.direction === "descending" ? "-" : "") + view.sort.key,
    );
  }
  if (view.page > 1) parameters.set("page", String(view.page));
  const query = parameters.toString();
  return query === "" ? "" : `?${query}`;
}
