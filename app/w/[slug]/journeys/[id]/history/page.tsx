import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JourneyHistory } from "@/components/history/journey-history";
import { ClientMessages } from "@/components/workspace/client-messages";
import { id as idSchema } from "@/lib/api/fields";
import { versionSeq } from "@/lib/api/versions";
import { readJourney } from "../read-journey";
import { readShownMap } from "../read-shown-map";

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
  const shown = await readShownMap({
    workspaceId: workspace.id,
    journeyId: journey.id,
    person,
    locale: person.locale,
  });
  const { touchpoint, since } = await searchParams;
  return (
    <ClientMessages
      namespaces={[
        "map",
        "lanes",
        "room",
        "touchpoint",
        "emotion",
        "history",
        "failure",
      ]}
    >
      <main className="h-dvh">
        <JourneyHistory
          {...shown}
          workspaceSlug={workspace.slug}
          mayRestore={may["history:restore"]}
          touchpointId={idSchema.safeParse(touchpoint).data ?? null}
          since={versionSeq.safeParse(Number(since)).data ?? null}
        />
      </main>
    </ClientMessages>
  );
}
