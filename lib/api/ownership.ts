import * as z from "zod";
import type { StakeholderId, TouchpointId } from "@/lib/journey/ids";
import { id, named, stakeholderKind } from "./fields";
import { mapId, ownerRole } from "./map-fields";
import { duties } from "./tasks";

/** Changes of owners that are asked for at once; as many as of one map. */
const maxOwnerChanges = 500;

const ownerChange = z.strictObject({
  journeyId: id,
  touchpointId: mapId<TouchpointId>(),
  stakeholderId: mapId<StakeholderId>(),
  /** Null takes the stakeholder off. */
  role: ownerRole.nullable(),
  /** The role that was seen; another one by now is left alone. */
  was: ownerRole.nullable().optional(),
});
export type OwnerChange = z.infer<typeof ownerChange>;

/** Who is to own which touchpoints, on any number of maps. */
export const ownerChanges = z.strictObject({
  changes: z.array(ownerChange).min(1).max(maxOwnerChanges),
  /** Whoever becomes responsible takes the place of those who were. */
  replace: z.boolean().default(false),
});
export type OwnerChanges = z.infer<typeof ownerChanges>;

/** Why a change was not made: gone, changed by others meanwhile, or not storable right now. */
const ownerRefusal = z.enum(["not_found", "conflict", "unavailable"]);
export type OwnerRefusal = z.infer<typeof ownerRefusal>;

/** What was changed, in the form that changes it back, and what was not. */
export const ownersChanged = z.object({
  /** Whom it was taken from included; `role` and `was` are swapped to undo it. */
  changed: z.array(
    z.object({
      journeyId: id,
      touchpointId: id,
      stakeholderId: id,
      role: ownerRole.nullable(),
      was: ownerRole.nullable(),
    }),
  ),
  refused: z.array(
    z.object({ journeyId: id, touchpointId: id, reason: ownerRefusal }),
  ),
});
export type OwnersChanged = z.infer<typeof ownersChanged>;

/** What a stakeholder has a part in on one map. */
const dutyCount = z.object({
  responsible: z.number().int(),
  involved: z.number().int(),
  /** Tasks that are neither done nor dropped. */
  tasks: z.number().int(),
  /** 1 where they are who is reminded of reviews, else 0. */
  reviews: z.number().int(),
});

/** What would be handed over, map by map; what waits in a tray is counted too. */
export const handOverPreview = z.object({
  journeys: z.array(dutyCount.extend({ id, title: z.string() })),
});
export type HandOverPreview = z.infer<typeof handOverPreview>;

export const handOverRequest = z.strictObject({
  to: mapId<StakeholderId>(),
  /** Only in these journeys; in all active ones where left out. */
  journeys: z.array(id).min(1).max(1_000).optional(),
});

/** What was handed over, map by map. A repetition does what is left. */
export const handedOver = z.object({
  journeys: z.array(dutyCount.extend({ id, title: z.string() })),
  refused: z.array(z.object({ id, title: z.string(), reason: ownerRefusal })),
});
export type HandedOver = z.infer<typeof handedOver>;

/** The touchpoints and open tasks of one stakeholder in active journeys. */
export const stakeholderDuties = duties.extend({
  /** All touchpoints; a list ends at a thousand. */
  total: z.number().int(),
});
export type StakeholderDuties = z.infer<typeof stakeholderDuties>;

const responsibilityStage = z.object({
  id,
  title: z.string(),
  colour: z.string().nullable(),
  touchpoints: z.number().int(),
  /** Touchpoints that nobody is responsible for. */
  withoutOwner: z.number().int(),
  /** Only where one journey is asked for. */
  stakeholders: z.array(
    named.extend({
      kind: stakeholderKind,
      colour: z.string(),
      responsible: z.number().int(),
      involved: z.number().int(),
    }),
  ),
});

/** Who answers for which stage, journey by journey. */
export const responsibilities = z.object({
  journeys: z.array(
    z.object({
      id,
      title: z.string(),
      touchpoints: z.number().int(),
      withoutOwner: z.number().int(),
      stages: z.array(responsibilityStage),
    }),
  ),
});
export type Responsibilities = z.infer<typeof responsibilities>;
export type JourneyResponsibility = Responsibilities["journeys"][number];
