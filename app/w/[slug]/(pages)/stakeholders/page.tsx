import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/workspace/client-messages";
import { StakeholderList } from "@/components/workspace/stakeholders/stakeholder-list";
import { memberOptions } from "@/server/queries/member-options";
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
  const archived = (await searchParams).archived === "1";
  const workspaceId = workspace.id;
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
