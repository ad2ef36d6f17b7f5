import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditList } from "@/components/workspace/settings/audit-list";
import { listAuditEvents } from "@/server/queries/audit-events";
import { NoAccessPage } from "../../../no-access-page";
import { standingOf } from "../../../standing";

const pageSize = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("tabs.audit") };
}

export default async function AuditPage({
  params,
}: {
  params: Promise<{ slug: string }>;
}) {
  const { slug } = await params;
  const standing = await standingOf(slug);
  if (!standing.may["audit:read"]) return <NoAccessPage standing={standing} />;
  const first = await listAuditEvents({
    workspaceId: standing.workspace.id,
    cursor: null,
    limit: pageSize,
  });
  return <AuditList slug={slug} first={first} />;
}
