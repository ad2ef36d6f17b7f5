import type { Metadata } from "next";
import { JourneyEditor } from "@/components/map/journey-editor";
import { colourOf } from "@/components/ui/person";
import { ClientMessages } from "@/components/workspace/client-messages";
import { ShareButton } from "@/components/workspace/share/share-button";
import { can } from "@/lib/access/can";
import { readStoredMap } from "@/server/queries/shared-map";
import { readCatalogue, readJourney } from "./read-journey";

interface PageProps {
  params: Promise<{ slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({
  params,
}: PageProps): Promise<Metadata> {
  const { journey } = await readJourney(await params);
  return journey.title ? { title: journey.title } : {};
}

/** What the address asks to open beside the map. */
async function recordIn(searchParams: PageProps["searchParams"]) {
  const { touchpoint, card } = await searchParams;
  if (typeof touchpoint === "string")
    return { kind: "touchpoint" as const, id: touchpoint };
  return typeof card === "string" ? { kind: "card" as const, id: card } : null;
}

export default async function JourneyPage({ params, searchParams }: PageProps) {
  const { standing, journey } = await readJourney(await params);
  const { actor, workspace, person, may } = standing;
  const { allowPublicLinks } = workspace;
  const [catalogue, initialMap] = await Promise.all([
    readCatalogue(workspace.id),
    readStoredMap(journey.id),
  ]);
  const mayShare = can(actor, "link:read", { allowPublicLinks });
  return (
    <ClientMessages
      namespaces={["map", "room", "touchpoint", "emotion", "share"]}
    >
      <main className="h-dvh">
        <JourneyEditor
          {...catalogue}
          journeyId={journey.id}
          workspace={{ slug: workspace.slug }}
          me={{ id: person.id, name: person.name, colour: colourOf(person.id) }}
          abilities={{ edit: may["journey:edit"], share: mayShare }}
          singleKeys={person.singleKeys}
          initialMap={initialMap}
          opens={await recordIn(searchParams)}
          actions={
            mayShare ? (
              <ShareButton
                key="share"
                slug={workspace.slug}
                journeyId={journey.id}
                title={journey.title}
              />
            ) : null
          }
        />
      </main>
    </ClientMessages>
  );
}
