import type { JourneySummary } from "@/lib/api/journeys";

/** A journey of the list with what this person may do to it. */
export interface ListedJourney extends JourneySummary {
  mayEdit: boolean;
  mayDelete: boolean;
  mayRestore: boolean;
}
