import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/workspace/client-messages";
import { MyWork } from "@/components/workspace/mine/my-work";
import { findMine } from "@/server/queries/mine";
import { standingOf } from "../../standing";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mine"))("title") };
}

export default async function MinePage({
  params,
}: {
  params: Promise<{ slug: string }>;
}) {
  const { slug } = await params;
  const { workspace, person, may } = await standingOf(slug);
  const mine = await findMine({ workspaceId: workspace.id, userId: person.id });
  return (
    <ClientMessages namespaces={["mine", "touchpoints", "emotion"]}>
      <MyWork
        slug={slug}
        mine={mine}
        personId={person.id}
        mayEditTasks={may["journey:edit"]}
        mayEditCatalogue={may["catalogue:edit"]}
      />
    </ClientMessages>
  );
}
