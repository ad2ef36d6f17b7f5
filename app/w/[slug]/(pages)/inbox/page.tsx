import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/workspace/client-messages";
import { Inbox } from "@/components/workspace/inbox/inbox";
import { listInbox } from "@/server/queries/inbox";
import { standingOf } from "../../standing";

const firstPage = 30;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox"))("title") };
}

export default async function InboxPage({
  params,
  searchParams,
}: {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { slug } = await params;
  const { workspace, person } = await standingOf(slug);
  const isAll = (await searchParams).show === "all";
  const whose = { workspaceId: workspace.id, userId: person.id };
  const initial = await listInbox(
    { ...whose, isUnreadOnly: !isAll },
    { after: null, limit: firstPage },
  );
  return (
    <ClientMessages namespaces={["inbox"]}>
      <Inbox {...{ slug, initial, isAll }} />
    </ClientMessages>
  );
}
