"use client";

import { useTranslations } from "next-intl";
import { MOMENT_KINDS, type MomentKind } from "@/lib/journey/vocabulary";
import { Select } from "@/components/ui/select";
import { CommitField } from "../fields/commit-field";
import { Section } from "../section";
import { useSetTouchpoint } from "../use-touchpoint";
import type { SectionPartProps } from "./section-props";

/** Whether this touchpoint decides if they stay, and why. */
export function MomentSection({ touchpoint, canWrite }: SectionPartProps) {
  const t = useTranslations("touchpoint.moment");
  const set = useSetTouchpoint(touchpoint.id);
  const { momentOfTruth } = touchpoint;
  const handleKind = (kind: MomentKind | "none") =>
    set({
      momentOfTruth:
        kind === "none" ? null : { kind, reason: momentOfTruth?.reason ?? "" },
    });
  return (
    <Section
      name="moment"
      title={t("title")}
      summary={momentOfTruth ? t(`kinds.${momentOfTruth.kind}`) : undefined}
    >
      <Select<MomentKind | "none">
        label={t("kind")}
        options={[
          { id: "none", label: t("none") },
          ...MOMENT_KINDS.map((id) => ({
            id,
            label: t(`kinds.${id}`),
            description: t(`meanings.${id}`),
          })),
        ]}
        value={momentOfTruth?.kind ?? "none"}
        onChange={handleKind}
        isDisabled={!canWrite}
      />
      {momentOfTruth ? (
        <CommitField
          label={t("reason")}
          placeholder={t("reasonHint")}
          rows={2}
          value={momentOfTruth.reason}
          onCommit={(reason) =>
            set({ momentOfTruth: { kind: momentOfTruth.kind, reason } })
          }
          isDisabled={!canWrite}
        />
      ) : null}
    </Section>
  );
}
