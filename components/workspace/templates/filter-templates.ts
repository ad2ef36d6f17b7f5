import type { GalleryTemplate } from "@/lib/api/templates";

/** How many stages somebody wants to begin with. */
export const STAGE_COUNTS = ["any", "few", "five", "many"] as const;
export type StageCount = (typeof STAGE_COUNTS)[number];

export interface TemplateFilter {
  readonly query: string;
  readonly stages: StageCount;
  /** Whether those are listed too that the workspace does not want to see. */
  readonly hidden: boolean;
}

/** What a template is called in a list, whichever kind it is. */
export function templateId(template: GalleryTemplate): string {
  return template.kind === "saved" ? template.id : template.key;
}

function hasCount(count: number, wanted: StageCount): boolean {
  switch (wanted) {
    case "any":
      return true;
    case "few":
      return count < 5;
    case "five":
      return count === 5;
    case "many":
      return count > 5;
  }
}

/** The templates that fit, found by any word of their name, purpose, stages or lanes. */
export function findTemplates(
  templates: readonly GalleryTemplate[],
  { query, stages, hidden }: TemplateFilter,
): GalleryTemplate[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return templates.filter((template) => {
    if (template.kind === "built-in" && template.hidden && !hidden)
      return false;
    const { name, summary, plan } = template;
    const titles = [...plan.stages, ...plan.lanes].map(({ title }) => title);
    const text = [name, summary, ...titles].join(" ").toLocaleLowerCase();
    return (
      hasCount(plan.stages.length, stages) &&
      words.every((word) => text.includes(word))
    );
  });
}
