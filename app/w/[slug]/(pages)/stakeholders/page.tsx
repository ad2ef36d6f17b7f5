import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/workspace/client-messages";
import { ResponsibilityPage } from "@/components/workspace/stakeholders/responsibility-page";
import { StakeholderList } from "@/components/workspace/stakeholders/stakeholder-list";
import { id } from "@/lib/api/fields";
import { memberOptions } from "@/server/queries/member-options";
import { listResponsibilities } from "@/server/queries/responsibilities";
import { listStakeholders } from "@/server/queries/stakeholders";
import { standingOf } from "../../standing";

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stakeholders"))("title") };
}

export default async function StakeholdersPage({
  params,
  searchParams,
}: PageProps) {
  const { slug } = await params;
  const { workspace, may } = await standingOf(slug);
  const query = await searchParams;
  const workspaceId = workspace.id;
  if (query.view === "matrix")
    return <WhoDoesWhat {...{ slug, workspaceId }} journey={query.journey} />;
  const archived = query.archived === "1";
  const [stakeholders, members] = await Promise.all([
    listStakeholders({
      workspaceId,
      archived,
      withEmail: may["member:emails"],
    }),
    memberOptions({ workspaceId }),
  ]);
  return (
    <ClientMessages namespaces={["stakeholders", "touchpoints"]}>
      <StakeholderList
        slug={slug}
        isArchive={archived}
        stakeholders={stakeholders}
        members={members}
        mayEdit={may["catalogue:edit"]}
      />
    </ClientMessages>
  );
}

/** All journeys with their gaps, and the one that the address names stage by stage. */
async function WhoDoesWhat({
  slug,
  workspaceId,
  journey,
}: {
  slug: string;
  workspaceId: string;
  journey: string | string[] | undefined;
}) {
  const journeyId = id.safeParse(journey).data ?? null;
  const [all, one] = await Promise.all([
    listResponsibilities({ workspaceId, journeyId: null }),
    journeyId === null
      ? null
      : listResponsibilities({ workspaceId, journeyId }),
  ]);
  return (
    <ClientMessages namespaces={["stakeholders", "touchpoints"]}>
      <ResponsibilityPage
        slug={slug}
        journeys={all.journeys}
        open={one?.journeys[0] ?? null}
      />
    </ClientMessages>
  );
}
