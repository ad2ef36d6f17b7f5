import * as z from "zod";
import { EMOTIONS } from "@/lib/journey/vocabulary";

/** Nobody chooses more of a kind by hand, and a row of the database has an end. */
const MOST = 200;

const ids = z.array(z.uuid()).max(MOST);
const level = z.union([
  z.literal("none"),
  ...EMOTIONS.map((value) => z.literal(value)),
]);

/** What one person wants to see of a map: theirs alone, so no part of the document. */
export const sightShape = z.strictObject({
  /** Stakeholders who answer for a touchpoint or are involved in it. */
  owners: ids.default([]),
  /** Touchpoints that nobody answers for, beside those of `owners`. */
  withoutOwner: z.boolean().default(false),
  channels: ids.default([]),
  /** Feelings of `personas`, or of all where none is chosen; `none`: not said yet. */
  emotions: z.array(level).max(6).default([]),
  personas: ids.default([]),
  /** Whether something lies with the touchpoint that proves it. */
  evidence: z.enum(["with", "without"]).nullable().default(null),
  /** What becomes of the rest. */
  rest: z.enum(["hide", "fade"]).default("hide"),
  hiddenStages: ids.default([]),
  hiddenLanes: ids.default([]),
  /** Personas whose curves are put aside. */
  hiddenPersonas: ids.default([]),
});
