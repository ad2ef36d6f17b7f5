"use client";

import { useTranslations } from "next-intl";
import {
  DECISION_STATUSES,
  type DecisionStatus,
} from "@/lib/journey/vocabulary";
import { CommitField } from "../fields/commit-field";
import { Segmented } from "../fields/segmented";
import { Section } from "../section";
import type { CardPartProps } from "./card-part-props";
import { useSetCard } from "./use-card";

/** Those that close a pain, which asks for a reason. */
const CLOSING: readonly DecisionStatus[] = ["solved", "wont-change"];

/** What was decided about a pain, and why. */
export function DecisionSection({ card, canWrite }: CardPartProps) {
  const t = useTranslations("touchpoint.card.decision");
  const set = useSetCard(card.id);
  const { decision } = card;
  const needsReason =
    decision !== null &&
    CLOSING.includes(decision.status) &&
    decision.reason === "";
  return (
    <Section
      name="decision"
      title={t("title")}
      isOpenAtFirst
      summary={decision ? t(`statuses.${decision.status}`) : undefined}
    >
      <Segmented
        label={t("status")}
        options={DECISION_STATUSES.map((id) => ({
          id,
          label: t(`statuses.${id}`),
        }))}
        value={decision?.status ?? null}
        onChange={(status) =>
          set({
            decision: status
              ? { status, reason: decision?.reason ?? "" }
              : null,
          })
        }
        isDisabled={!canWrite}
      />
      {decision ? (
        <CommitField
          label={t("reason")}
          placeholder={t("reasonHint")}
          errorMessage={needsReason ? t("reasonNeeded") : null}
          rows={2}
          value={decision.reason}
          onCommit={(reason) =>
            set({ decision: { status: decision.status, reason } })
          }
          isDisabled={!canWrite}
        />
      ) : null}
    </Section>
  );
}
