/** Says on the answer that is a map's page that it may be kept, and for whom. Nothing without it is ever kept. */
export const keepHeader = "x-waymark-keep";

/** When it was kept, on the answer as it lies in the browser; in epoch milliseconds. */
export const keptAtHeader = "x-waymark-kept-at";

/** What the server says of a page that may be kept. */
export interface Keep {
  readonly person: string;
  readonly map: string;
  /** The build whose scripts the page names. */
  readonly build: string;
  readonly locale: string;
  readonly theme: string;
  readonly title: string;
}

const names = ["person", "map", "build", "locale", "theme", "title"] as const;

/** A header has little room, and a list of maps shows no more. */
const mostLetters = 100;

/** As a header, whatever letters the title is of. */
export function keepWords(keep: Keep): string {
  const title = [...keep.title].slice(0, mostLetters).join("");
  return new URLSearchParams({ ...keep, title }).toString();
}

export function readKeep(header: string | null): Keep | null {
  if (header === null) return null;
  const said = new URLSearchParams(header);
  if (!names.every((name) => said.has(name))) return null;
  const [person, map, build, locale, theme, title] = names.map(
    (name) => said.get(name) ?? "",
  ) as [string, string, string, string, string, string];
  return { person, map, build, locale, theme, title };
}

/** What is asked for to be kept: by a page that is open, of whoever looks at it. */
export interface Wish {
  readonly path: string;
  readonly person: string;
}

const mapPath = /^\/w\/[a-z0-9-]{1,60}\/journeys\/[0-9a-f-]{36}$/;

export const isMapPath = (path: string): boolean => mapPath.test(path);

/** Whether a link within this site, as it stands in a page, leads to the page of a map. */
export const leadsToMap = (href: string): boolean =>
  isMapPath(href.split(/[?#]/, 1)[0] ?? "");

/** Every page of this site may tell the worker something, so it believes none of it that it cannot read. */
export function readWish(told: unknown): Wish | null {
  if (typeof told !== "object" || told === null) return null;
  const { path, person } = told as Partial<Record<keyof Wish, unknown>>;
  if (typeof path !== "string" || !isMapPath(path)) return null;
  if (typeof person !== "string" || !/^[\w-]{1,64}$/.test(person)) return null;
  return { path, person };
}

/** Whether the answer of the server is the page that was wished for, of this person and of a build whose scripts are known. */
export const isAsWished = (
  keep: Keep | null,
  { path, person, build }: Wish & { readonly build: string },
): keep is Keep =>
  keep !== null &&
  build !== "" &&
  keep.build === build &&
  keep.person === person &&
  path.endsWith(`/${keep.map}`);

/** Whoever opens a map again has the page of that opening, or nearly: what may be done on it changes with it. */
const freshMs = 10 * 60 * 1000;

/** What of a kept page is looked at to tell whether another is asked for. */
export interface Age {
  readonly build: string;
  readonly at: number;
}

/** Drawing a page is work for the server, so one is asked for where none of this build lies here, or an old one. */
export const isDue = (
  kept: Age | null,
  { build, now }: { readonly build: string; readonly now: number },
): boolean =>
  kept === null || kept.build !== build || Math.abs(now - kept.at) > freshMs;

const mostPages = 30;

/** Those that go when a browser keeps too many: what was asked for longest ago. */
export const surplus = <Page extends { readonly at: number }>(
  pages: readonly Page[],
): Page[] => pages.toSorted((a, b) => b.at - a.at).slice(mostPages);
