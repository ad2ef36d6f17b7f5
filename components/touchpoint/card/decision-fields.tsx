"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { lacksReason, mayDecide } from "@/lib/journey/decision";
import type { Decision } from "@/lib/journey/journey-map";
import { DECISION_STATUSES } from "@/lib/journey/vocabulary";
import { CommitField } from "../fields/commit-field";
import { Segmented } from "../fields/segmented";
import type { CardPartProps } from "./card-part-props";
import { useSetCard } from "./use-card";

/** What was decided about a pain or a gain, and why. "Stays as it is" is written together with its reason only. */
export function DecisionFields({ card, canWrite }: CardPartProps) {
  const t = useTranslations("touchpoint.card.decision");
  const set = useSetCard(card.id);
  const [waiting, setWaiting] = useState<Decision | null>(null);
  const shown = waiting ?? card.decision;
  const decide = (decision: Decision | null) => {
    const mayWrite = decision === null || mayDecide(decision);
    setWaiting(mayWrite ? null : decision);
    if (mayWrite) set({ decision });
  };
  return (
    <>
      <Segmented
        label={t("status")}
        options={DECISION_STATUSES.map((id) => ({
          id,
          label: t(`statuses.${id}`),
        }))}
        value={shown?.status ?? null}
        onChange={(status) =>
          decide(status ? { status, reason: shown?.reason ?? "" } : null)
        }
        isDisabled={!canWrite}
      />
      {shown ? (
        <CommitField
          key={waiting ? "waiting" : "written"}
          label={t("reason")}
          placeholder={t("reasonHint")}
          errorMessage={lacksReason(shown) ? t("reasonNeeded") : null}
          rows={2}
          value={shown.reason}
          autoFocus={waiting !== null}
          onCommit={(reason) => decide({ status: shown.status, reason })}
          isDisabled={!canWrite}
        />
      ) : null}
    </>
  );
}
