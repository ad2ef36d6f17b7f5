import * as z from "zod";
import { sightShape } from "@/lib/sight/sight-shape";
import { moment, named } from "./fields";

const name = z.string().trim().min(1).max(80);

/** What a person writes about a saved view. */
export const viewFields = z.strictObject({
  name,
  /** Whether all members are offered it. */
  shared: z.boolean().default(false),
  sight: sightShape,
});
export type ViewFields = z.input<typeof viewFields>;

export const viewChange = z
  .strictObject({ name, shared: z.boolean(), sight: sightShape })
  .partial();
export type ViewChange = z.infer<typeof viewChange>;

export const viewItem = z.object({
  id: z.uuid(),
  name: z.string(),
  shared: z.boolean(),
  /** Who made it; null where they are no member any more. */
  owner: named.nullable(),
  mine: z.boolean(),
  /** Whether whoever asks may rename, change and delete it. */
  changeable: z.boolean(),
  sight: sightShape,
  updatedAt: moment,
});
export type ViewItem = z.infer<typeof viewItem>;

export const viewList = z.object({ views: z.array(viewItem) });
export type ViewList = z.infer<typeof viewList>;
