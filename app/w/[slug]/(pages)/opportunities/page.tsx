import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/workspace/client-messages";
import {
  OpportunityBrowser,
  type FirstCards,
} from "@/components/workspace/opportunities/opportunity-browser";
import {
  readOpportunityView,
  type OpportunityView,
} from "@/components/workspace/opportunities/opportunity-view";
import { listJourneyNames } from "@/server/queries/names";
import { listOpportunities } from "@/server/queries/opportunities";
import { listPains } from "@/server/queries/pains";
import { standingOf } from "../../standing";

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const pageSize = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("opportunities"))("title") };
}

async function readFirst(
  workspaceId: string,
  view: OpportunityView,
): Promise<FirstCards> {
  const { look, journey: journeyId, sort, isOpenOnly, decision } = view;
  const owner = view.isUnowned ? ("none" as const) : null;
  const first = { after: null, limit: pageSize };
  if (look === "pains" || look === "decisions") {
    const undecided = isOpenOnly ? ("undecided" as const) : null;
    const asked = look === "decisions" ? decision : undecided;
    const filter = { workspaceId, journeyId, decision: asked, owner };
    return { of: "pains", list: await listPains(filter, first) };
  }
  const order =
    look === "table"
      ? { sort: sort.key, isDown: sort.direction === "descending" }
      : { sort: "priority" as const, isDown: true };
  const filter = { workspaceId, journeyId, isScored: null, owner };
  const list = await listOpportunities(filter, { ...first, ...order });
  return { of: "opportunities", list };
}

export default async function OpportunitiesPage({
  params,
  searchParams,
}: PageProps) {
  const { slug } = await params;
  const { workspace, may } = await standingOf(slug);
  const view = readOpportunityView(await searchParams);
  const [first, journeys, t] = await Promise.all([
    readFirst(workspace.id, view),
    listJourneyNames({ workspaceId: workspace.id }),
    getTranslations("opportunities"),
  ]);
  return (
    <ClientMessages namespaces={["opportunities", "touchpoint"]}>
      <OpportunityBrowser
        {...{ slug, view, first }}
        journeys={journeys.map(({ id, title }) => ({
          id,
          label: title || t("untitledJourney"),
        }))}
        mayEdit={may["journey:edit"]}
      />
    </ClientMessages>
  );
}
