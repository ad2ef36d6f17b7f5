"use client";

import { useFormatter, useTranslations } from "next-intl";
import { DecisionForm } from "@/components/touchpoint/card/decision-form";
import { Badge } from "@/components/ui/badge";
import type { Pain } from "@/lib/api/opportunities";
import { isDecided } from "@/lib/journey/decision";
import type { FollowUpKind } from "@/lib/journey/follow-up";
import { CardName, MakeButton, TasksOf } from "./card-parts";
import { cardKey } from "./use-card-changes";

interface PainListProps {
  readonly slug: string;
  readonly pains: readonly Pain[];
  readonly label: string;
  /** Absent where nothing may be changed. */
  readonly onDecide?: (pain: Pain, decision: Pain["decision"]) => void;
  readonly onMake?: (pain: Pain, kind: FollowUpKind) => Promise<void>;
}

/** Pains, each with what was decided about it and why, and with what comes of it. */
export function PainList(props: PainListProps) {
  const { slug, pains, label, onDecide, onMake } = props;
  return (
    <ul
      aria-label={label}
      className="divide-y divide-line rounded-lg border border-line bg-surface"
    >
      {pains.map((pain) => (
        <li
          key={cardKey(pain)}
          className="grid gap-x-6 gap-y-3 px-4 py-4 lg:grid-cols-2"
        >
          <div className="flex min-w-0 flex-col gap-2">
            <CardName slug={slug} card={pain} />
            <div className="flex flex-wrap items-center gap-2">
              <TasksOf
                card={pain}
                onMake={onMake && (() => onMake(pain, "action"))}
              />
              {onMake ? (
                <MakeButton
                  kind="opportunity"
                  card={pain}
                  onMake={() => onMake(pain, "opportunity")}
                />
              ) : null}
            </div>
          </div>
          <div className="flex min-w-0 flex-col gap-3">
            {onDecide ? (
              <DecisionForm
                decision={pain.decision}
                onDecide={(decision) => onDecide(pain, decision)}
                isDisabled={false}
                of={pain.text}
              />
            ) : (
              <Decided pain={pain} />
            )}
            <DecidedBy pain={pain} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Who decided last and when; nothing where nobody has, or where it was not kept yet. */
function DecidedBy({ pain: { decision, decided } }: { pain: Pain }) {
  const t = useTranslations("opportunities.pains");
  const format = useFormatter();
  if (decision === null || decided === null) return null;
  const day = format.dateTime(new Date(decided.at), "day");
  return (
    <p className="text-xs text-ink-3">
      {decided.by
        ? t("decidedBy", { name: decided.by.name, day })
        : t("decidedOn", { day })}
    </p>
  );
}

/** A decision to be read. */
function Decided({ pain: { decision } }: { pain: Pain }) {
  const t = useTranslations("opportunities.pains");
  const words = useTranslations("touchpoint.card.decision");
  if (decision === null)
    return <p className="text-sm text-ink-3">{t("undecided")}</p>;
  return (
    <>
      <Badge
        tone={isDecided(decision) ? "accent" : "warning"}
        className="self-start"
      >
        {words(`statuses.${decision.status}`)}
      </Badge>
      <p className="text-sm wrap-anywhere whitespace-pre-line">
        {decision.reason || t("noReason")}
      </p>
    </>
  );
}
