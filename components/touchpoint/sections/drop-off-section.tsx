"use client";

import { Plus, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useShownStep } from "@/components/map/failure/funnel";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { DropOffReason } from "@/lib/journey/journey-map";
import type { TouchpointPatch } from "@/lib/journey/touchpoints";
import { CommitField } from "../fields/commit-field";
import { NumberInput } from "../fields/number-input";
import { Section } from "../section";
import { useSetTouchpoint } from "../use-touchpoint";
import type { OpenableRecord } from "../follow-ups";
import { FailureFields } from "./failure-fields";
import { FunnelLine } from "./funnel-line";
import type { SectionPartProps } from "./section-props";

const NO_REASONS: readonly DropOffReason[] = [];
const PERCENT = { style: "percent", maximumFractionDigits: 1 } as const;
const STEP = 0.001;

interface OpensRecord {
  readonly onOpenRecord: (record: OpenableRecord) => void;
}

/** How many leave here and why, whether the journey breaks off here and what follows up on that. */
export function DropOffSection({
  touchpoint,
  canWrite,
  onOpenRecord,
}: SectionPartProps & OpensRecord) {
  const t = useTranslations("touchpoint.dropOff");
  const format = useFormatter();
  const set = useSetTouchpoint(touchpoint.id);
  const { share = null, reasons = NO_REASONS } = touchpoint.dropOff ?? {};
  const loss = useShownStep(touchpoint.id)?.step.loss;
  // What was counted is what the map shows; closed, the section says the same.
  const shown = loss?.basis === "counted" ? loss.share : share;
  return (
    <Section
      name="drop-off"
      title={t("title")}
      summary={shown === null ? undefined : format.number(shown, "share")}
    >
      <NumberInput
        label={t("share")}
        description={t("shareHint")}
        value={share}
        min={0}
        max={1}
        step={STEP}
        format={PERCENT}
        onCommit={(next) => set(leaving(next, reasons))}
        isDisabled={!canWrite}
        className="max-w-64"
      />
      <FunnelLine touchpointId={touchpoint.id} />
      {canWrite || reasons.length > 0 ? (
        <Reasons
          {...{ reasons, canWrite }}
          onChange={(next) => set(leaving(share, next))}
        />
      ) : null}
      <FailureFields {...{ touchpoint, canWrite, onOpenRecord }} />
    </Section>
  );
}

/** Why people leave can be known before how many do, and the other way round; without either nothing is said. */
function leaving(
  share: number | null,
  reasons: readonly DropOffReason[],
): TouchpointPatch {
  const isSaid = share !== null || reasons.length > 0;
  return { dropOff: isSaid ? { share, reasons: [...reasons] } : null };
}

interface ReasonsProps {
  readonly reasons: readonly DropOffReason[];
  readonly canWrite: boolean;
  readonly onChange: (reasons: readonly DropOffReason[]) => void;
}

function Reasons({ reasons, canWrite, onChange }: ReasonsProps) {
  const t = useTranslations("touchpoint.dropOff");
  const [isAdding, setAdding] = useState(false);
  const change = (at: number, reason: DropOffReason | null) =>
    onChange(
      reason
        ? reasons.map((old, index) => (index === at ? reason : old))
        : reasons.filter((_, index) => index !== at),
    );
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t("reasons")}</legend>
      {reasons.map((reason, index) => (
        <div
          key={`${index}:${reason.text}`}
          className="flex items-start gap-1.5"
        >
          <ReasonFields
            reason={reason}
            canWrite={canWrite}
            onChange={(next) => change(index, next)}
          />
          {canWrite ? (
            <IconButton
              label={t("removeReason")}
              onPress={() => change(index, null)}
            >
              <X aria-hidden="true" />
            </IconButton>
          ) : null}
        </div>
      ))}
      {isAdding ? (
        <CommitField
          label={t("newReason")}
          isLabelHidden
          placeholder={t("reasonHint")}
          value=""
          maxLength={1_000}
          autoFocus
          onCommit={(text) => {
            setAdding(false);
            onChange([...reasons, { text, share: null }]);
          }}
        />
      ) : null}
      {canWrite && !isAdding ? (
        <Button
          size="sm"
          variant="quiet"
          className="self-start"
          onPress={() => setAdding(true)}
        >
          <Plus aria-hidden="true" />
          {t("addReason")}
        </Button>
      ) : null}
    </fieldset>
  );
}

interface ReasonFieldsProps {
  readonly reason: DropOffReason;
  readonly canWrite: boolean;
  readonly onChange: (reason: DropOffReason | null) => void;
}

function ReasonFields({ reason, canWrite, onChange }: ReasonFieldsProps) {
  const t = useTranslations("touchpoint.dropOff");
  return (
    <>
      <CommitField
        label={t("reason")}
        isLabelHidden
        value={reason.text}
        maxLength={1_000}
        onCommit={(text) => onChange(text ? { ...reason, text } : null)}
        isDisabled={!canWrite}
        className="flex-1"
      />
      <NumberInput
        label={t("reasonShare")}
        isLabelHidden
        placeholder="%"
        value={reason.share}
        min={0}
        max={1}
        step={STEP}
        format={PERCENT}
        onCommit={(share) => onChange({ ...reason, share })}
        isDisabled={!canWrite}
        className="w-20"
      />
    </>
  );
}
