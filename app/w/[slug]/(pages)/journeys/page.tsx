import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/workspace/client-messages";
import { JourneyList } from "@/components/workspace/journeys/journey-list";
import type {
  ListedJourney,
  ListedTemplate,
} from "@/components/workspace/journeys/types";
import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { journeyListState, type JourneySummary } from "@/lib/api/journeys";
import type { Locale } from "@/lib/i18n/config";
import { templates } from "@/lib/templates/templates";
import { env } from "@/server/env";
import { listJourneys } from "@/server/queries/journeys";
import { listPersonas } from "@/server/queries/personas";
import { standingOf } from "../../standing";

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("journeys"))("title") };
}

function withAbilities(
  actor: InsideActor,
  journey: JourneySummary,
): ListedJourney {
  const { createdById } = journey;
  return {
    ...journey,
    mayEdit: can(actor, "journey:edit"),
    mayDelete: can(actor, "journey:delete", { createdById }),
    mayRestore: can(actor, "journey:restore", { createdById }),
  };
}

function inLanguage(locale: Locale): ListedTemplate[] {
  return templates.map((template) => ({
    key: template.key,
    name: template.name[locale],
    summary: template.summary[locale],
    stages: template.stages.map((stage) => ({
      title: stage.title[locale],
      colour: stage.colour ?? null,
      touchpoints: stage.touchpoints?.length ?? 0,
    })),
    lanes: template.lanes.map((lane) => ({
      title: lane.title[locale],
      kind: lane.kind,
    })),
  }));
}

export default async function JourneysPage({
  params,
  searchParams,
}: PageProps) {
  const { slug } = await params;
  const { actor, workspace, may } = await standingOf(slug);
  const asked = journeyListState.safeParse((await searchParams).state);
  const state = asked.success ? asked.data : "active";
  const workspaceId = workspace.id;
  const [journeys, personas, locale] = await Promise.all([
    listJourneys({ workspaceId, state }),
    listPersonas({ workspaceId, archived: false }),
    getLocale(),
  ]);
  return (
    <ClientMessages namespaces={["workspace", "journeys"]}>
      <JourneyList
        slug={slug}
        state={state}
        journeys={journeys.map((journey) => withAbilities(actor, journey))}
        templates={inLanguage(locale)}
        personas={personas.map(({ id, name }) => ({ id, name }))}
        mayCreate={may["journey:create"]}
        binDays={env.BIN_DAYS}
      />
    </ClientMessages>
  );
}
