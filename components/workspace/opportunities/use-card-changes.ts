"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { showToast } from "@/components/ui/toast";
import { useGoTo } from "@/components/ui/use-go-to";
import type { FollowUpKind } from "@/lib/journey/follow-up";
import { api, type ApiResult } from "../api-client";
import type { Pending } from "../lists/pending";
import { useChanges } from "../lists/use-changes";
import { useProblemText } from "../use-problem-text";

/** A card of any map, as far as a list has to know it. */
export interface ListedCard {
  readonly cardId: string;
  readonly journey: { readonly id: string; readonly title: string };
  readonly text: string;
  readonly tasks: { readonly done: number; readonly all: number };
  readonly seq: number;
}

export const cardKey = ({
  journey,
  cardId,
}: Pick<ListedCard, "journey" | "cardId">): string => `${journey.id}:${cardId}`;

interface After {
  readonly onTouch: (key: string) => void;
  readonly onDone: () => void;
}

export interface CardChanges<Row extends ListedCard> {
  readonly pending: readonly Pending<Row>[];
  /** Writes registers of a card, unless somebody else has changed it since it was read. */
  readonly change: (
    row: Row,
    body: object,
    patch: Partial<Row>,
  ) => Promise<boolean>;
  /** Makes something out of a card, where it belongs on the map. */
  readonly follow: (row: Row, kind: FollowUpKind) => Promise<void>;
}

/** There is no form here whose versions could be compared: what is there now is shown, and one decides anew. */
const plainConflict = <Data>(result: ApiResult<Data>): ApiResult<Data> =>
  !result.ok && result.problem.code === "version_conflict"
    ? { ok: false, problem: { ...result.problem, code: "conflict" } }
    : result;

/** Changes cards where they are listed: seen at once, sent to their map, taken back where that fails. */
export function useCardChanges<Row extends ListedCard>(
  slug: string,
  { onTouch, onDone }: After,
): CardChanges<Row> {
  const { pending, change: send } = useChanges<Row>(onDone);
  const follow = useFollow<Row>(slug, onDone);
  const change = useCallback(
    async (row: Row, body: object, patch: Partial<Row>) => {
      const key = cardKey(row);
      onTouch(key);
      const path = `/workspaces/${slug}/journeys/${row.journey.id}/cards/${row.cardId}`;
      const isDone = await send({
        key,
        patch,
        request: async () =>
          plainConflict(
            await api<{ seq: number }>(path, {
              method: "PATCH",
              body: { ...body, ifSeq: row.seq },
            }),
          ),
      });
      if (isDone) onDone();
      return isDone;
    },
    [slug, send, onTouch, onDone],
  );
  return { pending, change, follow };
}

function useFollow<Row extends ListedCard>(slug: string, onDone: () => void) {
  const t = useTranslations("opportunities");
  const common = useTranslations("common");
  const problemText = useProblemText();
  const goTo = useGoTo();
  return async (row: Row, kind: FollowUpKind) => {
    const journey = `/workspaces/${slug}/journeys/${row.journey.id}`;
    const say = (result: ApiResult<unknown>) => {
      if (!result.ok)
        showToast({ text: problemText(result.problem), tone: "danger" });
      else onDone();
      return result.ok;
    };
    const made = await api<{ id: string }>(`${journey}/follow-ups`, {
      method: "POST",
      body: { from: row.cardId, kind, laneTitle: t(`lane.${kind}`) },
    });
    if (!say(made) || !made.ok) return;
    const { id } = made.data;
    showToast({
      text: t(`made.${kind}`),
      tone: "success",
      action: {
        label: common("undo"),
        run: () =>
          void api(`${journey}/cards/${id}`, { method: "DELETE" }).then(say),
      },
      other: {
        label: t("open"),
        run: () => goTo(`/w/${slug}/journeys/${row.journey.id}?card=${id}`),
      },
    });
  };
}
