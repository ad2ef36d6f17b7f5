import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JourneyHistory } from "@/components/history/journey-history";
import { colourOf } from "@/components/ui/person";
import { ClientMessages } from "@/components/workspace/client-messages";
import { id as idSchema } from "@/lib/api/common";
import { readStoredMap } from "@/server/queries/shared-map";
import { readCatalogue, readJourney } from "../read-journey";

interface PageProps {
  params: Promise<{ slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({
  params,
}: PageProps): Promise<Metadata> {
  const { journey } = await readJourney(await params);
  const t = await getTranslations("history");
  return { title: t("heading", { title: journey.title }) };
}

export default async function HistoryPage({ params, searchParams }: PageProps) {
  const { standing, journey } = await readJourney(await params);
  const { workspace, person, may } = standing;
  const [catalogue, initialMap, { touchpoint }] = await Promise.all([
    readCatalogue(workspace.id),
    readStoredMap(journey.id),
    searchParams,
  ]);
  return (
    <ClientMessages
      namespaces={["map", "room", "touchpoint", "emotion", "history"]}
    >
      <main className="h-dvh">
        <JourneyHistory
          {...catalogue}
          journeyId={journey.id}
          workspaceSlug={workspace.slug}
          me={{ id: person.id, name: person.name, colour: colourOf(person.id) }}
          mayRestore={may["history:restore"]}
          initialMap={initialMap}
          touchpointId={idSchema.safeParse(touchpoint).data ?? null}
        />
      </main>
    </ClientMessages>
  );
}
