"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { lacksReason, mayDecide, type Verdict } from "@/lib/journey/decision";
import { DECISION_STATUSES } from "@/lib/journey/vocabulary";
import { CommitField } from "../fields/commit-field";
import { Segmented } from "../fields/segmented";

interface DecisionFormProps {
  readonly decision: Verdict | null;
  readonly onDecide: (decision: Verdict | null) => void;
  readonly isDisabled: boolean;
  /** Of what is decided, where several stand on one page. */
  readonly of?: string;
}

/** A decision and its reason. "Stays as it is" is written together with its reason only. */
export function DecisionForm(props: DecisionFormProps) {
  const { decision: known, onDecide, isDisabled, of } = props;
  const t = useTranslations("touchpoint.card.decision");
  const [waiting, setWaiting] = useState<Verdict | null>(null);
  const shown = waiting ?? known;
  const decide = (decision: Verdict | null) => {
    const mayWrite = decision === null || mayDecide(decision);
    setWaiting(mayWrite ? null : decision);
    if (mayWrite) onDecide(decision);
  };
  return (
    <>
      <Segmented
        label={of === undefined ? t("status") : t("statusOf", { pain: of })}
        isLabelHidden={of !== undefined}
        options={DECISION_STATUSES.map((id) => ({
          id,
          label: t(`statuses.${id}`),
        }))}
        value={shown?.status ?? null}
        onChange={(status) =>
          decide(status ? { status, reason: shown?.reason ?? "" } : null)
        }
        isDisabled={isDisabled}
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
          isDisabled={isDisabled}
        />
      ) : null}
    </>
  );
}
