import type { JourneyMap, Link, Meta, Touchpoint } from "./journey-map";

/** The kind of the link from a touchpoint that fails to one that follows up on it. */
export const RECOVERY = "recovery";

/** What is known of where a journey breaks off. */
export interface BreakOff {
  /** `gone`: it was marked, and is no longer on the map. */
  readonly kind: "none" | "gone" | "at";
  /** Where the journey breaks off; null unless that is known. */
  readonly touchpoint: Touchpoint | null;
}

const NONE: BreakOff = { kind: "none", touchpoint: null };
const GONE: BreakOff = { kind: "gone", touchpoint: null };

/** Whether a journey breaks off at this touchpoint, if that stands on the map. */
export function isBreakOff(
  { breaksOffAt, outcome }: Pick<Meta, "breaksOffAt" | "outcome">,
  id: string,
): boolean {
  return breaksOffAt === id && outcome !== "successful";
}

/** Where a journey breaks off: a touchpoint that stands on the map, of a journey that does not end well. */
export function breakOffOf({
  meta,
  stages,
}: Pick<JourneyMap, "meta" | "stages">): BreakOff {
  const { breaksOffAt, outcome } = meta;
  if (breaksOffAt === null || outcome === "successful") return NONE;
  for (const { touchpoints } of stages) {
    const touchpoint = touchpoints.find(({ id }) => id === breaksOffAt);
    if (touchpoint) return { kind: "at", touchpoint };
  }
  return GONE;
}

/** The touchpoints that follow up on the failure of another one; they may be gone by now. */
export function recoveriesOf(
  links: readonly Link[],
  from: string,
): readonly string[] {
  return links
    .filter((link) => link.from === from && link.kind === RECOVERY)
    .map(({ to }) => to);
}

/** On whose failure a touchpoint follows up, which may be gone by now; null where it does not. */
export function failureBehind(
  links: readonly Link[],
  id: string,
): string | null {
  // A link from a touchpoint to itself can be sent by a program, and says nothing.
  const link = links.find(
    ({ from, to, kind }) => to === id && from !== id && kind === RECOVERY,
  );
  return link?.from ?? null;
}
