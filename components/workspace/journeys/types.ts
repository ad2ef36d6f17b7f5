import type { JourneySummary } from "@/lib/api/journeys";

/** A journey of the list with what this person may do to it. */
export interface ListedJourney extends JourneySummary {
  mayEdit: boolean;
  mayDelete: boolean;
  mayRestore: boolean;
}

/** A template of the gallery, in one language. */
export interface ListedTemplate {
  key: string;
  name: string;
  summary: string;
  stages: { title: string; colour: string | null; touchpoints: number }[];
  lanes: { title: string; kind: string }[];
}
