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
import { listOwners } from "@/server/queries/stakeholders";
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
/** Far past the last page of any workspace, and near enough to be counted to. */
const mostPages = 100_000;
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

/** The journeys to choose from: those that are worked on, and an archived one where it was asked for. */
async function readJourneys(workspaceId: string, asked: string | null) {
  const read = (state: "active" | "archived") =>
    listJourneys({ workspaceId, state, owner: null });
  const active = await read("active");
  if (!asked || active.some(({ id: key }) => key === asked)) return active;
  const archived = await read("archived");
  return [...active, ...archived.filter(({ id: key }) => key === asked)];
}

async function readOptions(
  { workspaceId, journeyId, stage }: TouchpointsFilter,
  owners: Awaited<ReturnType<typeof listOwners>>,
): Promise<FilterOptions> {
  const [journeys, channels, t, words, locale] = await Promise.all([
    readJourneys(workspaceId, journeyId),
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
      ...owners.map(({ id: key, name, isArchived }) => ({
        id: key,
        label: isArchived ? t("filter.archivedOwner", { name }) : name,
      })),
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

const pagesOf = (count: number) => Math.max(1, Math.ceil(count / pageSize));

/** One page of the list as it comes from the database, in map order, however long it is. */
async function readInOrder(filter: TouchpointsFilter, asked: number) {
  const read = async (page: number) => {
    const skip = (page - 1) * pageSize;
    const list = { after: null, skip, limit: pageSize };
    const { touchpoints, total } = await listTouchpoints(filter, list);
    return { rows: touchpoints, total, pages: pagesOf(total), page };
  };
  const found = await read(Math.min(asked, mostPages));
  // Where there is no such page, or no longer, the last one is shown.
  return found.page <= found.pages ? found : read(found.pages);
}

/** What can be sorted of the list, sorted, from which one page is cut. */
async function readSorted(
  filter: TouchpointsFilter,
  { sort, page: asked }: TouchpointView,
  locale: string,
) {
  const { touchpoints, total } = await listTouchpoints(filter, {
    after: null,
    limit: sortLimit,
  });
  const sorted = sort ? sortTouchpoints(touchpoints, sort, locale) : [];
  const pages = pagesOf(sorted.length);
  const page = Math.min(asked, pages);
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
  const [locale, owners] = await Promise.all([
    getLocale(),
    listOwners({ workspaceId: workspace.id }),
  ]);
  const [{ rows, total, pages, page }, withoutOwner, options] =
    await Promise.all([
      view.sort
        ? readSorted(filter, view, locale)
        : readInOrder(filter, view.page),
      countTouchpoints({ ...filter, owner: "none" }),
      readOptions(filter, owners),
    ]);
  const stakeholders = owners.flatMap(({ id: key, name, isArchived }) =>
    isArchived ? [] : [{ id: key, name }],
  );
  return (
    <ClientMessages namespaces={["touchpoints", "emotion"]}>
      <TouchpointBrowser
        slug={slug}
        view={{ ...view, page }}
        {...{ rows, total, pages, options, withoutOwner }}
        stakeholders={may["journey:edit"] ? stakeholders : null}
        sortLimit={view.sort && total > sortLimit ? sortLimit : null}
      />
    </ClientMessages>
  );
}
