import * as z from "zod";

/** A template as the gallery shows it. */
const templateInfo = z.object({
  key: z.string(),
  name: z.string(),
  summary: z.string(),
  stages: z.array(z.string()),
  lanes: z.array(z.object({ kind: z.string(), title: z.string() })),
});
export type TemplateInfo = z.infer<typeof templateInfo>;

export const templateList = z.object({ templates: z.array(templateInfo) });
