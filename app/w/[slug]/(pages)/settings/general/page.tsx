import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { Banner } from "@/components/ui/banner";
import { DangerZone } from "@/components/workspace/settings/danger-zone";
import { GeneralForm } from "@/components/workspace/settings/general-form";
import { SectionCard } from "@/components/workspace/section-card";
import { headerOf, siteOf } from "@/server/http/site";
import { findWorkspace, listMembers } from "@/server/queries/workspaces";
import { NoAccessPage } from "../../../no-access-page";
import { standingOf } from "../../../standing";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function GeneralPage({
  params,
}: {
  params: Promise<{ slug: string }>;
}) {
  const { slug } = await params;
  const standing = await standingOf(slug);
  const { may, person } = standing;
  if (!may["workspace:change"]) return <NoAccessPage standing={standing} />;
  const workspaceId = standing.workspace.id;
  const site = siteOf(headerOf(await headers(), "host"));
  const isPlain = site !== null && !site.isHttps && !site.isLoopback;
  const [workspace, members, t, warnings] = await Promise.all([
    findWorkspace({ workspaceId, userId: person.id }),
    listMembers({ workspaceId, withEmails: false }),
    getTranslations("settings"),
    getTranslations("errors"),
  ]);
  if (!workspace) notFound();
  return (
    <div>
      {isPlain ? (
        <Banner tone="warning" className="mb-4">
          {warnings("plain_http")}
        </Banner>
      ) : null}
      <SectionCard title={t("tabs.general")}>
        <GeneralForm workspace={workspace} />
      </SectionCard>
      {may["workspace:delete"] ? (
        <SectionCard title={t("danger.title")} isDanger>
          <DangerZone
            workspace={workspace}
            others={members.filter(({ userId }) => userId !== person.id)}
          />
        </SectionCard>
      ) : null}
    </div>
  );
}
