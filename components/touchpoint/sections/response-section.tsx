"use client";

import { useTranslations } from "next-intl";
import { HANDLERS } from "@/lib/journey/vocabulary";
import { CommitField } from "../fields/commit-field";
import { DurationField } from "../fields/duration-field";
import { Segmented } from "../fields/segmented";
import { Section } from "../section";
import { useSetTouchpoint } from "../use-touchpoint";
import type { SectionPartProps } from "./section-props";

const ANSWER_TIMES = [
  "PT0S",
  "PT5M",
  "PT30M",
  "PT1H",
  "PT4H",
  "P1D",
  "P2D",
  "P1W",
];
const LENGTHS = ["PT5M", "PT30M", "PT1H", "P1D", "P2D", "P1W", "P2W", "P1M"];
const OFFSETS = ["PT0S", "PT1H", "PT3H", "P1D", "P3D", "P1W", "P2W", "P1M"];

/** How fast and by whom it is answered, how long it takes, when it happens and what it waits for. */
export function ResponseSection({ touchpoint, canWrite }: SectionPartProps) {
  const t = useTranslations("touchpoint.response");
  const set = useSetTouchpoint(touchpoint.id);
  const isDisabled = !canWrite;
  const { responseTime, handledBy, duration, dependsOn } = touchpoint;
  return (
    <Section
      name="response"
      title={t("title")}
      summary={handledBy ? t(`handlers.${handledBy}`) : undefined}
    >
      <div className="grid gap-4 @sm/panel:grid-cols-2">
        <DurationField
          label={t("time")}
          presets={ANSWER_TIMES}
          value={responseTime}
          onChange={(value) => set({ responseTime: value })}
          isDisabled={isDisabled}
        />
        <DurationField
          label={t("duration")}
          presets={LENGTHS}
          value={duration}
          onChange={(value) => set({ duration: value })}
          isDisabled={isDisabled}
        />
      </div>
      <Segmented
        label={t("handledBy")}
        options={HANDLERS.map((id) => ({ id, label: t(`handlers.${id}`) }))}
        value={handledBy}
        onChange={(value) => set({ handledBy: value })}
        isDisabled={isDisabled}
      />
      <TimingFields touchpoint={touchpoint} canWrite={canWrite} />
      <CommitField
        label={t("dependsOn")}
        placeholder={t("dependsOnHint")}
        value={dependsOn ?? ""}
        maxLength={1_000}
        onCommit={(value) => set({ dependsOn: value || null })}
        isDisabled={isDisabled}
      />
    </Section>
  );
}

/** When it happens, counted from an event: "3 hours after the cart was left". */
function TimingFields({
  touchpoint,
  canWrite,
}: Pick<SectionPartProps, "touchpoint" | "canWrite">) {
  const t = useTranslations("touchpoint.response");
  const set = useSetTouchpoint(touchpoint.id);
  const { timing } = touchpoint;
  return (
    <div className="grid items-start gap-4 @sm/panel:grid-cols-2">
      <DurationField
        label={t("offset")}
        presets={OFFSETS}
        value={timing?.offset ?? null}
        onChange={(offset) =>
          set({
            timing:
              offset === null ? null : { offset, after: timing?.after ?? "" },
          })
        }
        isDisabled={!canWrite}
      />
      <CommitField
        label={t("after")}
        placeholder={t("afterHint")}
        value={timing?.after ?? ""}
        maxLength={1_000}
        onCommit={(after) =>
          set({ timing: { offset: timing?.offset ?? "PT0S", after } })
        }
        isDisabled={!canWrite}
      />
    </div>
  );
}
