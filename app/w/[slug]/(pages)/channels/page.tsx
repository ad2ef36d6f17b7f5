import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChannelList } from "@/components/workspace/channels/channel-list";
import { ClientMessages } from "@/components/workspace/client-messages";
import { listChannels } from "@/server/queries/channels";
import { standingOf } from "../../standing";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("channels"))("title") };
}

export default async function ChannelsPage({
  params,
}: {
  params: Promise<{ slug: string }>;
}) {
  const { slug } = await params;
  const { workspace, may } = await standingOf(slug);
  const channels = await listChannels({ workspaceId: workspace.id });
  return (
    <ClientMessages namespaces={["channels"]}>
      <ChannelList
        slug={slug}
        channels={channels}
        mayEdit={may["catalogue:edit"]}
      />
    </ClientMessages>
  );
}
