import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActivityPage } from "@/components/activity/activity-page";
import type { ActivityQuery } from "@/components/activity/query";
import { ClientMessages } from "@/components/workspace/client-messages";
import { activityTopic } from "@/lib/api/activity";
import { id as idSchema } from "@/lib/api/fields";
import { listActivity } from "@/server/queries/activity";
import { memberOptions } from "@/server/queries/member-options";
import { listJourneyNames } from "@/server/queries/names";
import { standingOf } from "../../standing";

const firstPage = 40;

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activity"))("title") };
}

/** What the address narrows the feed to; what it cannot mean is left out. */
async function queryIn({
  searchParams,
}: Pick<PageProps, "searchParams">): Promise<ActivityQuery> {
  const { journey, person, topic } = await searchParams;
  const ofJourney = idSchema.safeParse(journey);
  const ofPerson = idSchema.safeParse(person);
  const ofTopic = activityTopic.safeParse(topic);
  return {
    ...(ofJourney.success && { journey: ofJourney.data }),
    ...(ofPerson.success && { person: ofPerson.data }),
    ...(ofTopic.success && { topic: ofTopic.data }),
  };
}

export default async function ActivityFeedPage(props: PageProps) {
  const { slug } = await props.params;
  const { actor, workspace } = await standingOf(slug);
  const query = await queryIn(props);
  const { id: workspaceId, allowPublicLinks } = workspace;
  const [initial, journeys, people] = await Promise.all([
    listActivity(
      {
        actor,
        allowPublicLinks,
        journeyId: query.journey ?? null,
        userId: query.person ?? null,
        topic: query.topic ?? null,
      },
      { after: null, limit: firstPage },
    ),
    listJourneyNames({ workspaceId }),
    memberOptions({ workspaceId }),
  ]);
  return (
    <ClientMessages namespaces={["activity"]}>
      <ActivityPage {...{ slug, initial, query, journeys, people }} />
    </ClientMessages>
  );
}
