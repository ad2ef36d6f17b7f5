import type { CurvePoint } from "@/lib/insight/compare";

/** A curve that is chosen: that of a persona on a journey; null takes the first persona. */
export interface Side {
  readonly journeyId: string;
  readonly personaId: string | null;
}

/** The same with what it says. */
export interface CompareSide extends Side {
  readonly title: string;
  /** Whom the map is about. */
  readonly personas: readonly { readonly id: string; readonly name: string }[];
  readonly points: readonly CurvePoint[];
}

/** Where two curves stand beside each other. */
export function compareHref(
  slug: string,
  { first, second }: { readonly first?: Side | null; second?: Side | null },
): string {
  const query = new URLSearchParams({ view: "compare" });
  const put = (name: string, side: Side | null | undefined) => {
    if (!side) return;
    query.set(name, side.journeyId);
    if (side.personaId) query.set(`${name}Persona`, side.personaId);
  };
  put("first", first);
  put("second", second);
  return `/w/${encodeURIComponent(slug)}/journeys?${query.toString()}`;
}
