import type { PublicView, ViewChange } from "@/lib/journey/public-view";
import type { EvidenceSummary } from "./evidence";
import type { ChannelRef } from "./fields";

/** Whom a shared map is about, as far as its visitors may know. */
export interface SharedPersona {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly summary: string;
}

/** All that a visitor of a share link is given: the map that the link shows, and the names of what is on it. */
export interface SharedView {
  readonly view: PublicView;
  readonly personas: readonly SharedPersona[];
  readonly channels: readonly ChannelRef[];
  /** On what the curve rests: figures and kinds, no words and no names. Empty where the link shows no curve. */
  readonly evidence: EvidenceSummary["groups"];
  /** After how many months the team calls it old. */
  readonly staleMonths: number;
  /** When someone last went over the map. */
  readonly reviewedAt: string | null;
  /** When someone should go over it again; null where nobody asked for that. */
  readonly reviewDueAt: string | null;
}

/**
 * The events of `/s/<token>/live`, by name: `view` comes first and again when names change, `changes`
 * turn the last view's map into the next (`applyViewChanges`), `ended` is the last thing that is said.
 */
export interface SharedEvents {
  readonly view: SharedView;
  readonly changes: readonly ViewChange[];
  readonly ended: { readonly reason: "gone" | "expired" };
}
