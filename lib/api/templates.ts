import * as z from "zod";
import { id, moment } from "./fields";

/** A template as anyone may read it. */
const templateInfo = z.object({
  key: z.string(),
  name: z.string(),
  summary: z.string(),
  stages: z.array(z.string()),
  lanes: z.array(z.object({ kind: z.string(), title: z.string() })),
});
export type TemplateInfo = z.infer<typeof templateInfo>;

export const templateList = z.object({ templates: z.array(templateInfo) });

/** What a picture of a template is drawn from. */
const templatePlan = z.object({
  stages: z.array(
    z.object({
      title: z.string(),
      description: z.string(),
      colour: z.string().nullable(),
      touchpoints: z.array(z.string()),
    }),
  ),
  lanes: z.array(
    z.object({
      title: z.string(),
      kind: z.string(),
      hint: z.string(),
      /** A word per stage: the first card, or what would be written there. */
      cells: z.array(z.string()),
    }),
  ),
});
export type TemplatePlan = z.infer<typeof templatePlan>;

const common = {
  name: z.string(),
  summary: z.string(),
  locale: z.string(),
  plan: templatePlan,
};

/** A template of the gallery of a workspace. */
export const galleryTemplate = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("built-in"),
    key: z.string(),
    /** Whether the workspace does not want to see it. */
    hidden: z.boolean(),
    ...common,
  }),
  z.object({
    kind: z.literal("saved"),
    id,
    createdById: id.nullable(),
    updatedAt: moment,
    ...common,
  }),
]);
export type GalleryTemplate = z.infer<typeof galleryTemplate>;

export const gallery = z.object({ templates: z.array(galleryTemplate) });
export type Gallery = z.infer<typeof gallery>;

const name = z.string().trim().min(1).max(200);
const description = z.string().trim().max(1_000);

export const newTemplate = z.strictObject({
  journeyId: id,
  name,
  description: description.default(""),
  /** Everything that is written, or only stages, touchpoints and lanes. */
  keep: z.enum(["texts", "structure"]).default("texts"),
});
export type NewTemplate = z.infer<typeof newTemplate>;

export const templateChange = z.strictObject({
  name: name.optional(),
  description: description.optional(),
});
export type TemplateChange = z.infer<typeof templateChange>;

export const hiddenChange = z.strictObject({
  key: z.string().max(100),
  hidden: z.boolean(),
});
