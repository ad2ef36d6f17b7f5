"use client";

import { Plus, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { DropOff, DropOffReason } from "@/lib/journey/journey-map";
import { CommitField } from "../fields/commit-field";
import { NumberInput } from "../fields/number-input";
import { Section } from "../section";
import { useSetTouchpoint } from "../use-touchpoint";
import { FunnelLine } from "./funnel-line";
import type { SectionPartProps } from "./section-props";

const PERCENT = { style: "percent", maximumFractionDigits: 1 } as const;
const STEP = 0.001;

/** How many leave here, and why. */
export function DropOffSection({ touchpoint, canWrite }: SectionPartProps) {
  const t = useTranslations("touchpoint.dropOff");
  const format = useFormatter();
  const set = useSetTouchpoint(touchpoint.id);
  const { dropOff } = touchpoint;
  return (
    <Section
      name="drop-off"
      title={t("title")}
      summary={dropOff ? format.number(dropOff.share, "share") : undefined}
    >
      <NumberInput
        label={t("share")}
        description={t("shareHint")}
        value={dropOff?.share ?? null}
        min={0}
        max={1}
        step={STEP}
        format={PERCENT}
        onCommit={(share) =>
          set({
            dropOff:
              share === null ? null : { share, reasons: reasonsOf(dropOff) },
          })
        }
        isDisabled={!canWrite}
        className="max-w-64"
      />
      {dropOff ? <FunnelLine touchpointId={touchpoint.id} /> : null}
      {dropOff ? (
        <Reasons
          dropOff={dropOff}
          canWrite={canWrite}
          onChange={(reasons) =>
            set({ dropOff: { share: dropOff.share, reasons: [...reasons] } })
          }
        />
      ) : null}
    </Section>
  );
}

function reasonsOf(dropOff: DropOff | null): DropOffReason[] {
  return [...(dropOff?.reasons ?? [])];
}

interface ReasonsProps {
  readonly dropOff: DropOff;
  readonly canWrite: boolean;
  readonly onChange: (reasons: readonly DropOffReason[]) => void;
}

function Reasons({ dropOff, canWrite, onChange }: ReasonsProps) {
  const t = useTranslations("touchpoint.dropOff");
  const [isAdding, setAdding] = useState(false);
  const { reasons } = dropOff;
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
