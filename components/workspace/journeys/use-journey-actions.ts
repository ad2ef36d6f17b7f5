"use client";

import { useTranslations } from "next-intl";
import { useParams } from "next/navigation";
import { useMemo } from "react";
import type { JourneyReviews } from "@/lib/api/reviews";
import { api } from "../api-client";
import { useQuickAction } from "../use-action";

/** What can be done to a journey from its card; all of it can be taken back from the toast. */
export function useJourneyActions(journey: { id: string; title: string }) {
  const { slug } = useParams<{ slug: string }>();
  const t = useTranslations("journeys");
  const undoLabel = useTranslations("common")("undo");
  const act = useQuickAction();
  const title = journey.title || t("untitled");

  return useMemo(() => {
    const base = `/workspaces/${slug}/journeys`;
    const one = `${base}/${journey.id}`;
    const patch = (body: object) => () => api(one, { method: "PATCH", body });
    const remove = () => api(one, { method: "DELETE" });
    const restore = () => api(`${one}/restore`, { method: "POST" });
    const undo = (request: () => ReturnType<typeof api>) => ({
      label: undoLabel,
      request,
    });
    return {
      duplicate: () =>
        act({
          request: () =>
            api(base, {
              method: "POST",
              body: { source: { kind: "journey", journeyId: journey.id } },
            }),
          done: t("done.duplicated", { title }),
        }),
      archive: () =>
        act({
          request: patch({ archived: true }),
          done: t("done.archived", { title }),
          undo: undo(patch({ archived: false })),
        }),
      unarchive: () =>
        act({
          request: patch({ archived: false }),
          done: t("done.unarchived", { title }),
          undo: undo(patch({ archived: true })),
        }),
      markReviewed: () =>
        act({
          request: () =>
            api<JourneyReviews>(`${one}/reviews`, { method: "POST", body: {} }),
          done: t("done.reviewed", { title }),
          undo: (made: JourneyReviews) =>
            undo(() =>
              api(`${one}/reviews/${made.reviews[0]?.id}`, {
                method: "DELETE",
              }),
            ),
        }),
      remove: () =>
        act({
          request: remove,
          done: t("done.deleted", { title }),
          undo: undo(restore),
        }),
      restore: () =>
        act({
          request: restore,
          done: t("done.restored", { title }),
          undo: undo(remove),
        }),
    };
  }, [act, journey.id, slug, t, title, undoLabel]);
}
