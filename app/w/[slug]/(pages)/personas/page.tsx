import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/workspace/client-messages";
import { PersonaList } from "@/components/workspace/personas/persona-list";
import { listChannels } from "@/server/queries/channels";
import { listPersonas } from "@/server/queries/personas";
import { standingOf } from "../../standing";

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("personas"))("title") };
}

export default async function PersonasPage({
  params,
  searchParams,
}: PageProps) {
  const { slug } = await params;
  const { workspace, may } = await standingOf(slug);
  const archived = (await searchParams).archived === "1";
  const workspaceId = workspace.id;
  const [personas, channels] = await Promise.all([
    listPersonas({ workspaceId, archived }),
    listChannels({ workspaceId }),
  ]);
  return (
    <ClientMessages namespaces={["personas", "evidence", "pulses"]}>
      <PersonaList
        {...{ slug, personas, channels }}
        isArchive={archived}
        mayEdit={may["catalogue:edit"]}
        mayBringEvidence={may["evidence:create"]}
      />
    </ClientMessages>
  );
}
