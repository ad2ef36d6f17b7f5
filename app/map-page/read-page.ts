import type { WantedRecord } from "@/components/map/editor-ui";
import { abilities, can } from "@/lib/access/can";
import { id as idSchema } from "@/lib/api/fields";
import { viewNamed } from "@/lib/views/views";
import type { Profile } from "@/lib/api/account";
import type { InsideActor } from "@/lib/access/actors";
import { pageActor } from "@/server/auth/actor";
import type { HeaderBag } from "@/server/http/site";
import { offerToKeep } from "@/server/http/offer-to-keep";
import { readEvidenceGroups } from "@/server/queries/evidence-groups";
import { readFunnelCounts } from "@/server/queries/funnel-counts";
import { journeySummary } from "@/server/queries/journeys";
import { findProfile } from "@/server/queries/people";
import { readConversation } from "@/server/queries/threads";
import { listViews } from "@/server/queries/views";
import { readShownMap } from "../w/[slug]/journeys/[id]/read-shown-map";
import type { AskedMap } from "./asked-map";
import type { MapPageData } from "./map-page";

/** The saved view that the address asks for; null where it is gone or another's own. */
async function savedViewIn(
  query: URLSearchParams,
  of: { readonly actor: InsideActor; readonly journeyId: string },
) {
  const saved = query.get("saved");
  const viewId = idSchema.safeParse(saved);
  if (!viewId.success) return { isAsked: saved !== null, view: null };
  const [view = null] = await listViews({ ...of, viewId: viewId.data });
  return { isAsked: true, view };
}

/** What the address asks to open beside the map. */
function recordIn(query: URLSearchParams): WantedRecord | null {
  const thread = query.get("thread");
  if (idSchema.safeParse(thread).success)
    return { kind: "thread", id: thread! };
  if (query.has("review")) return { kind: "review", id: "review" };
  const touchpoint = query.get("touchpoint");
  if (touchpoint !== null) return { kind: "touchpoint", id: touchpoint };
  const card = query.get("card");
  return card === null ? null : { kind: "card", id: card };
}

export interface ReadPage {
  readonly theme: Profile["theme"];
  readonly data: MapPageData;
}

/**
 * All that the page of a map is drawn from, for whoever asks. Says on the answer whether their browser may keep it.
 *
 * @returns null where there is nothing to show to them: the framework's page says what there is to say.
 */
export async function readPage(
  { params, query }: AskedMap,
  headers: HeaderBag,
): Promise<ReadPage | null> {
  const found = await pageActor(headers, params.slug);
  if (found.is !== "inside" || found.identity.kind !== "user") return null;
  const { actor, workspace, identity } = found;
  const [person, journey] = await Promise.all([
    findProfile({ userId: identity.userId }),
    journeySummary({ workspaceId: workspace.id, journeyId: params.id }),
  ]);
  if (!journey || journey.deletedAt !== null) return null;
  const { locale } = person;
  const ids = { workspaceId: workspace.id, journeyId: journey.id };
  const [shown, { isAsked, view }, evidence, funnel, conversation] =
    await Promise.all([
      readShownMap({ ...ids, person, locale }),
      savedViewIn(query, { actor, journeyId: journey.id }),
      readEvidenceGroups(ids),
      readFunnelCounts(ids),
      readConversation({ ...ids, userId: person.id }),
    ]);
  const isKept = offerToKeep({
    person: person.id,
    map: journey.id,
    title: journey.title,
    locale,
    theme: person.theme,
  });
  const may = abilities(actor);
  const { allowPublicLinks, slug, staleMonths } = workspace;
  return {
    theme: person.theme,
    data: {
      params,
      locale,
      now: new Date().toISOString(),
      title: journey.title,
      editor: {
        ...shown,
        evidence,
        funnel,
        conversation,
        workspace: { slug, staleMonths },
        abilities: {
          edit: may["journey:edit"],
          share: can(actor, "link:read", { allowPublicLinks }),
          bringEvidence: may["evidence:create"],
          comment: may["comment:create"],
        },
        singleKeys: person.singleKeys,
        dismissedTips: person.dismissedTips,
        opens: recordIn(query),
        asks: viewNamed(query.get("view") ?? undefined),
        saved: view,
        isSavedGone: isAsked && view === null,
        isKept,
      },
      reviewed: {
        reviewedAt: journey.reviewedAt,
        createdAt: journey.createdAt,
      },
    },
  };
}
