import type { Touchpoint } from "@/lib/journey/journey-map";

/** What every part of the touchpoint's record is given. */
export interface SectionPartProps {
  readonly touchpoint: Touchpoint;
  /** Whether anything may be changed right now. */
  readonly canWrite: boolean;
  /** The language that the map is written in. */
  readonly lang: string;
}
