import type { Metadata } from "next";
import { headers } from "next/headers";
import { EarlyScript } from "@/components/map/early/early-script";
import { FreshnessChip } from "@/components/map/header/freshness-chip";
import { JourneyEditor } from "@/components/map/journey-editor";
import { ClientMessages } from "@/components/workspace/client-messages";
import { ShareButton } from "@/components/workspace/share/share-button";
import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { viewNamed } from "@/lib/views/views";
import { id as idSchema } from "@/lib/api/fields";
import { offerToKeep } from "@/server/http/offer-to-keep";
import { readEvidenceGroups } from "@/server/queries/evidence-groups";
import { readFunnelCounts } from "@/server/queries/funnel-counts";
import { readConversation } from "@/server/queries/threads";
import { listViews } from "@/server/queries/views";
import { readJourney, readMapPage } from "./read-journey";

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

/** The saved view that the address asks for; null where it is gone or another's own. */
async function savedViewIn(
  searchParams: PageProps["searchParams"],
  of: { readonly actor: InsideActor; readonly journeyId: string },
) {
  const { saved } = await searchParams;
  const viewId = idSchema.safeParse(saved);
  if (!viewId.success) return { isAsked: saved !== undefined, view: null };
  const [view = null] = await listViews({ ...of, viewId: viewId.data });
  return { isAsked: true, view };
}

/** What the address asks to open beside the map. */
async function recordIn(searchParams: PageProps["searchParams"]) {
  const { touchpoint, card, thread, review } = await searchParams;
  if (typeof thread === "string" && idSchema.safeParse(thread).success)
    return { kind: "thread" as const, id: thread };
  if (review !== undefined) return { kind: "review" as const, id: "review" };
  if (typeof touchpoint === "string")
    return { kind: "touchpoint" as const, id: touchpoint };
  return typeof card === "string" ? { kind: "card" as const, id: card } : null;
}

export default async function JourneyPage({ params, searchParams }: PageProps) {
  const { standing, journey } = await readJourney(await params);
  const { actor, workspace, person, may } = standing;
  const { allowPublicLinks } = workspace;
  const ids = { workspaceId: workspace.id, journeyId: journey.id };
  const [{ shown }, { isAsked, view }, evidence, funnel, conversation] =
    await Promise.all([
      readMapPage(await params),
      savedViewIn(searchParams, { actor, journeyId: journey.id }),
      readEvidenceGroups(ids),
      readFunnelCounts(ids),
      readConversation({ ...ids, userId: person.id }),
    ]);
  const asks = viewNamed((await searchParams).view);
  const isKept = offerToKeep({
    person: person.id,
    map: journey.id,
    title: journey.title,
    locale: person.locale,
    theme: person.theme,
  });
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const mayShare = can(actor, "link:read", { allowPublicLinks });
  return (
    <ClientMessages
      namespaces={[
        "map",
        "seeing",
        "present",
        "lanes",
        "room",
        "touchpoint",
        "emotion",
        "share",
        "history",
        "palette",
        "views",
        "templates",
        "guide",
        "evidence",
        "failure",
        "conversation",
        "activity",
        "pulses",
      ]}
    >
      <main className="h-dvh">
        {may["journey:edit"] && (asks ?? "map") === "map" ? (
          <EarlyScript
            journeyId={journey.id}
            userId={person.id}
            singleKeys={person.singleKeys}
            nonce={nonce}
          />
        ) : null}
        <JourneyEditor
          {...shown}
          evidence={evidence}
          funnel={funnel}
          conversation={conversation}
          workspace={{
            slug: workspace.slug,
            staleMonths: workspace.staleMonths,
          }}
          abilities={{
            edit: may["journey:edit"],
            share: mayShare,
            bringEvidence: may["evidence:create"],
            comment: may["comment:create"],
          }}
          singleKeys={person.singleKeys}
          dismissedTips={person.dismissedTips}
          opens={await recordIn(searchParams)}
          asks={asks}
          saved={view}
          isSavedGone={isAsked && view === null}
          isKept={isKept}
          freshness={
            <FreshnessChip
              reviewedAt={journey.reviewedAt}
              createdAt={journey.createdAt}
            />
          }
          actions={
            mayShare ? (
              <ShareButton
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
