import type { Colour } from "../journey/vocabulary";
import type { Text } from "./text";

/** A card of a filled map before it has a language; `in` is the key of its stage or touchpoint. */
export interface SampleCard {
  in: string;
  text: Text;
  colour?: Colour;
  metric?: { value: number; unit: string };
  decision?: {
    status: "open" | "accepted" | "in-work" | "solved" | "wont-change";
    reason: Text;
  };
  score?: { customerValue: number; businessValue: number; effort: number };
  task?: {
    /** Key of a stakeholder that comes with the map. */
    stakeholder: string;
    status: "open" | "doing" | "done";
  };
}
