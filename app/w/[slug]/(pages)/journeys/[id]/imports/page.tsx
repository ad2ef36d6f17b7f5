import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportPage } from "@/components/imports/import-page";
import { ClientMessages } from "@/components/workspace/client-messages";
import { listImportWorks } from "@/server/queries/import-works";
import { listImports } from "@/server/queries/imports";
import { readImportPlaces } from "@/server/queries/import-places";
import { readJourney } from "../../../../journeys/[id]/read-journey";

const firstPage = 20;

interface PageProps {
  params: Promise<{ slug: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportsPage({ params }: PageProps) {
  const { standing, journey } = await readJourney(await params);
  const { workspace, may } = standing;
  const ids = { workspaceId: workspace.id, journeyId: journey.id };
  const [places, runs, { works }] = await Promise.all([
    readImportPlaces(ids),
    listImports(ids, { after: null, limit: firstPage }),
    listImportWorks(ids),
  ]);
  return (
    <ClientMessages
      namespaces={["workspace", "palette", "imports", "evidence"]}
    >
      <ImportPage
        slug={workspace.slug}
        journeyId={journey.id}
        title={journey.title}
        mayImport={may["journey:import"]}
        {...{ ...places, runs, works }}
      />
    </ClientMessages>
  );
}
