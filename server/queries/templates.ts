import type {
  GalleryTemplate,
  TemplateInfo,
  TemplatePlan,
} from "@/lib/api/templates";
import { readAs } from "@/lib/journey/kind";
import { journeySeed, type JourneySeed } from "@/lib/journey/seed";
import { templateSeed } from "@/lib/templates/seed";
import { templates } from "@/lib/templates/templates";
import { templateLocale } from "@/lib/templates/text";
import { prisma } from "@/server/db/prisma";
import { requireKeys } from "./require-defined";

/** The templates as anyone may read them, in the language nearest to a locale. */
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

/** How a template looks: its columns, and of each lane a word per stage. */
function planOf({ stages, lanes }: JourneySeed): TemplatePlan {
  return {
    stages: stages.map(({ title, description, colour, touchpoints = [] }) => ({
      title,
      description: description ?? "",
      colour: colour ?? null,
      touchpoints: touchpoints.map((touchpoint) => touchpoint.title),
    })),
    lanes: lanes.map(({ title, kind, hint, cellHints = {}, cards = {} }) => ({
      title,
      kind,
      hint: hint ?? "",
      cells: stages.map(({ key, touchpoints = [] }) => {
        const columns = [key, ...touchpoints.map((point) => point.key)];
        const written = columns.flatMap((column) => cards[column] ?? [])[0];
        const said =
          kind === "message"
            ? touchpoints.flatMap(({ message }) => message ?? [])
            : [];
        const hints = columns.flatMap((column) => cellHints[column] ?? []);
        return written?.text ?? said[0] ?? hints[0] ?? "";
      }),
    })),
  };
}

function builtIn(locale: string, hidden: ReadonlySet<string>) {
  const language = templateLocale(locale);
  return templates.map(({ key, name, summary }): GalleryTemplate => {
    const seed = templateSeed(key, language, { channels: {}, personas: [] });
    return {
      kind: "built-in",
      key,
      hidden: hidden.has(key),
      name: name[language],
      summary: summary[language],
      locale: language,
      plan: planOf(seed),
    };
  });
}

/** Everything that a journey of this workspace can begin with: the team's own first, then the built-in ones. */
export async function listGallery(filter: {
  workspaceId: string;
  locale: string;
}): Promise<GalleryTemplate[]> {
  requireKeys(filter, ["workspaceId", "locale"]);
  const { workspaceId, locale } = filter;
  const [rows, hidden] = await Promise.all([
    prisma().template.findMany({
      where: { workspaceId, archivedAt: null },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    }),
    prisma().hiddenTemplate.findMany({
      where: { workspaceId },
      select: { key: true },
    }),
  ]);
  const saved = rows.flatMap((row) => toGalleryTemplate(row) ?? []);
  return [...saved, ...builtIn(locale, new Set(hidden.map(({ key }) => key)))];
}

/** One template of a workspace. */
export async function findTemplate(filter: {
  workspaceId: string;
  templateId: string;
}): Promise<GalleryTemplate | null> {
  requireKeys(filter, ["workspaceId", "templateId"]);
  const { workspaceId, templateId } = filter;
  const row = await prisma().template.findUnique({
    where: {
      workspaceId_id: { workspaceId, id: templateId },
      archivedAt: null,
    },
  });
  return row && toGalleryTemplate(row);
}

type Row = NonNullable<
  Awaited<ReturnType<ReturnType<typeof prisma>["template"]["findUnique"]>>
>;

/** A saved template as the gallery shows it; null if what rests in the row is no longer a seed. */
function toGalleryTemplate(row: Row): GalleryTemplate | null {
  const seed = readAs(journeySeed, row.seed);
  if (seed === undefined) return null;
  const { id, name, description, locale, createdById, updatedAt } = row;
  return {
    kind: "saved",
    id,
    name,
    summary: description,
    locale,
    createdById,
    updatedAt: updatedAt.toISOString(),
    plan: planOf(seed),
  };
}
