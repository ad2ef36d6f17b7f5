import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/workspace/client-messages";
import { AttentionPage } from "@/components/workspace/journeys/attention-page";
import { ComparePage } from "@/components/workspace/journeys/compare-page";
import { JourneyList } from "@/components/workspace/journeys/journey-list";
import type { ListedJourney } from "@/components/workspace/journeys/types";
import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { id as idSchema } from "@/lib/api/fields";
import { journeyListState, type JourneySummary } from "@/lib/api/journeys";
import { env } from "@/server/env";
import { listAttention } from "@/server/queries/attention";
import { readCurve } from "@/server/queries/curve";
import { listJourneys } from "@/server/queries/journeys";
import { readMapCatalogue } from "@/server/queries/map-catalogue";
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

export default async function JourneysPage({
  params,
  searchParams,
}: PageProps) {
  const { slug } = await params;
  const { actor, workspace, may } = await standingOf(slug);
  const query = await searchParams;
  if (query.view === "attention")
    return <Attention {...{ slug }} workspaceId={workspace.id} />;
  if (query.view === "compare")
    return <Compare {...{ slug, query }} workspaceId={workspace.id} />;
  const asked = journeyListState.safeParse(query.state);
  const state = asked.success ? asked.data : "active";
  const isUnowned = query.owner === "none";
  const owner = isUnowned ? ("none" as const) : null;
  const workspaceId = workspace.id;
  const [journeys, personas] = await Promise.all([
    listJourneys({ workspaceId, state, owner }),
    listPersonas({ workspaceId, archived: false }),
  ]);
  return (
    <ClientMessages
      namespaces={["workspace", "journeys", "templates", "present"]}
    >
      <JourneyList
        slug={slug}
        state={state}
        isUnowned={isUnowned}
        journeys={journeys.map((journey) => withAbilities(actor, journey))}
        personas={personas.map(({ id, name }) => ({ id, name }))}
        mayCreate={may["journey:create"]}
        mayHide={may["workspace:change"]}
        binDays={env.BIN_DAYS}
      />
    </ClientMessages>
  );
}

/** Which journeys need somebody first. */
async function Attention({
  slug,
  workspaceId,
}: {
  slug: string;
  workspaceId: string;
}) {
  const journeys = await listAttention({ workspaceId });
  return (
    <ClientMessages namespaces={["journeys"]}>
      <AttentionPage {...{ slug, journeys }} />
    </ClientMessages>
  );
}

type Query = Awaited<PageProps["searchParams"]>;

const idIn = (query: Query, name: string): string | null =>
  idSchema.safeParse(query[name]).data ?? null;

/** Two curves beside each other, of one journey or of two. */
async function Compare({
  slug,
  query,
  workspaceId,
}: {
  slug: string;
  query: Query;
  workspaceId: string;
}) {
  const [journeys, { personas }] = await Promise.all([
    listJourneys({ workspaceId, state: "active", owner: null }),
    readMapCatalogue({ workspaceId }),
  ]);
  const nameOf = new Map(personas.map(({ id, name }) => [id, name]));
  // Only what is in the list is read: an id of another workspace is not in it.
  const sideOf = async (name: string) => {
    const journeyId = idIn(query, name);
    const journey = journeys.find(({ id }) => id === journeyId);
    if (!journey) return null;
    const personaId = idIn(query, `${name}Persona`);
    const of = { workspaceId, journeyId: journey.id, personaId };
    const curve = await readCurve(of);
    return (
      curve && {
        journeyId: journey.id,
        title: journey.title,
        personaId: curve.personaId,
        points: curve.points,
        personas: curve.personaIds.flatMap((id) => {
          const name = nameOf.get(id);
          return name === undefined ? [] : [{ id, name }];
        }),
      }
    );
  };
  const [first, second] = await Promise.all([
    sideOf("first"),
    sideOf("second"),
  ]);
  return (
    <ClientMessages
      namespaces={["journeys", "compare", "map", "touchpoints", "emotion"]}
    >
      <ComparePage
        journeys={journeys.map(({ id, title, state }) => ({
          id,
          title,
          state,
        }))}
        {...{ slug, first, second }}
      />
    </ClientMessages>
  );
}
