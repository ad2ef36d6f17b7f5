import type { TemplateInfo } from "@/lib/api/templates";
import { templates } from "@/lib/templates/templates";
import { templateLocale } from "@/lib/templates/text";

/** The templates as the gallery shows them, in the language nearest to a locale. */
export function listTemplates(locale: string): TemplateInfo[] {
  const language = templateLocale(locale);
  return templates.map(({ key, name, summary, stages, lanes }) => ({
    key,
    name: name[language],
    summary: summary[language],
    stages: stages.map((stage) => stage.title[language]),
    lanes: lanes.map(({ kind, title }) => ({ kind, title: title[language] })),
  }));
}
