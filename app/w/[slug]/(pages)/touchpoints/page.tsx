import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { emotionKey } from "@/components/ui/emotion";
import { channelName } from "@/components/workspace/channels/channel-name";
import { ClientMessages } from "@/components/workspace/client-messages";
import {
  readView,
  type TouchpointView,
} from "@/components/workspace/touchpoints/filter";
import { sortTouchpoints } from "@/components/workspace/touchpoints/sort-touchpoints";
import { TouchpointBrowser } from "@/components/workspace/touchpoints/touchpoint-browser";
import type { FilterOptions } from "@/components/workspace/touchpoints/touchpoint-filters";
import { id } from "@/lib/api/fields";
import { listChannels } from "@/server/queries/channels";
import { listJourneys } from "@/server/queries/journeys";
import { listStakeholders } from "@/server/queries/stakeholders";
import type { TouchpointsFilter } from "@/server/queries/touchpoint-filter";
import {
  countTouchpoints,
  listTouchpoints,
} from "@/server/queries/touchpoints";
import { standingOf } from "../../standing";

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const pageSize = 50;
/** A sorted table is read whole; more than this does not help anyone who reads it. */
const sortLimit = 2_000;
const emotions = [2, 1, 0, -1, -2] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("touchpoints"))("title") };
}

const idOrNull = (value: string | undefined) =>
  id.safeParse(value).success ? value! : null;

function toFilter(
  workspaceId: string,
  filters: TouchpointView["filters"],
): TouchpointsFilter {
  const { emotion, owner, stage, q } = filters;
  const level = emotions.find((known) => String(known) === emotion);
  return {
    workspaceId,
    journeyId: idOrNull(filters.journey),
    stage: stage ?? null,
    owner: owner === "none" ? owner : idOrNull(owner),
    channelId: idOrNull(filters.channel),
    emotion: emotion === "none" ? emotion : (level ?? null),
    q: q ?? null,
  };
}

async function readOptions(
  workspaceId: string,
  { journeyId, stage }: Pick<TouchpointsFilter, "journeyId" | "stage">,
): Promise<FilterOptions> {
  const [journeys, stakeholders, channels, t, words, locale] =
    await Promise.all([
      listJourneys({ workspaceId, state: "active", owner: null }),
      listStakeholders({ workspaceId, archived: false, withEmail: false }),
      listChannels({ workspaceId }),
      getTranslations("touchpoints"),
      getTranslations("common.emotion"),
      getLocale(),
    ]);
  const inScope = journeys.filter(
    (journey) => !journeyId || journey.id === journeyId,
  );
  const named = inScope
    .flatMap(({ preview }) => preview.stages)
    .find(({ id: key }) => key === stage);
  const stages = new Set(
    inScope.flatMap(({ preview }) => preview.stages.map(({ title }) => title)),
  );
  return {
    journey: journeys.map(({ id: key, title }) => ({
      id: key,
      label: title || t("untitledJourney"),
    })),
    stage: [
      // One stage of one map, as other pages link to it.
      ...(named
        ? [{ id: named.id, label: named.title || t("untitledStage") }]
        : []),
      ...[...stages]
        .filter(Boolean)
        .map((title) => ({ id: title, label: title })),
    ],
    owner: [
      { id: "none", label: t("filter.noOwner") },
      ...stakeholders.map(({ id: key, name }) => ({ id: key, label: name })),
    ],
    channel: channels
      .filter(({ touchpoints }) => touchpoints > 0)
      .map((channel) => ({
        id: channel.id,
        label: channelName(channel, locale),
      })),
    emotion: [
      ...emotions.map((value) => ({
        id: String(value),
        label: words(emotionKey(value)),
      })),
      { id: "none", label: words("none") },
    ],
  };
}

/** The whole list in map order, from which one page is cut. */
async function readRows(
  filter: TouchpointsFilter,
  view: TouchpointView,
  locale: string,
) {
  const { touchpoints, total } = await listTouchpoints(filter, {
    after: null,
    limit: sortLimit,
  });
  const sorted = view.sort
    ? sortTouchpoints(touchpoints, view.sort, locale)
    : touchpoints;
  const pages = Math.max(1, Math.ceil(Math.min(total, sortLimit) / pageSize));
  const page = Math.min(view.page, pages);
  const rows = sorted.slice((page - 1) * pageSize, page * pageSize);
  return { rows, total, pages, page };
}

export default async function TouchpointsPage({
  params,
  searchParams,
}: PageProps) {
  const { slug } = await params;
  const { workspace, may } = await standingOf(slug);
  const view = readView(await searchParams);
  const filter = toFilter(workspace.id, view.filters);
  const [{ rows, total, pages, page }, withoutOwner, options] =
    await Promise.all([
      getLocale().then((locale) => readRows(filter, view, locale)),
      countTouchpoints({ ...filter, owner: "none" }),
      readOptions(workspace.id, filter),
    ]);
  const stakeholders = options.owner.flatMap(({ id: key, label }) =>
    key === "none" ? [] : [{ id: key, name: label }],
  );
  return (
    <ClientMessages namespaces={["touchpoints", "emotion"]}>
      <TouchpointBrowser
        slug={slug}
        view={{ ...view, page }}
        {...{ rows, total, pages, options, withoutOwner }}
        stakeholders={may["journey:edit"] ? stakeholders : null}
        sortLimit={total > sortLimit ? sortLimit : null}
      />
    </ClientMessages>
  );
}
