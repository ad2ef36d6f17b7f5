import type { JourneyMap } from "@/lib/journey/journey-map";

/** What stands on a sheet that is filled in by hand: of a map or of a template. */
export interface BlankPlan {
  readonly title: string;
  readonly locale: string;
  readonly stages: readonly {
    readonly title: string;
    readonly description: string;
    readonly colour: string | null;
    readonly touchpoints: readonly string[];
  }[];
  readonly lanes: readonly {
    readonly title: string;
    readonly kind: string;
    readonly hint: string;
  }[];
}

/** The stages, touchpoints and lanes of a map, without a word of what was written. */
export function blankOf({ meta, stages, lanes }: JourneyMap): BlankPlan {
  return {
    title: meta.title,
    locale: meta.locale,
    stages: stages.map(({ title, description, colour, touchpoints }) => ({
      title,
      description,
      colour,
      touchpoints: touchpoints.map((touchpoint) => touchpoint.title),
    })),
    lanes: lanes.map(({ title, kind, hint }) => ({
      title,
      kind,
      hint: hint ?? "",
    })),
  };
}

/** Lanes that a hand can still write in, on one sheet. */
const MOST_LANES = 9;

/** The lanes of each sheet, about as many on one as on another. */
export function sheetsOf<Lane extends { readonly kind: string }>(
  lanes: readonly Lane[],
): readonly (readonly Lane[])[] {
  // The touchpoints have a row of their own on every sheet, and a line takes no room.
  const written = lanes.filter(({ kind }) => kind !== "touchpoint");
  const count = Math.max(1, Math.ceil(written.length / MOST_LANES));
  const most = Math.ceil(written.length / count);
  return Array.from({ length: count }, (_, at) =>
    written.slice(at * most, (at + 1) * most),
  );
}
