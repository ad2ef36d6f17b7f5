"use client";

import { useTranslations } from "next-intl";
import { useCustomerWord } from "@/components/room/use-customer-word";
import { useCatalogue } from "@/components/map/drawing/catalogue";
import { INITIATORS, MEDIA, PLANNED } from "@/lib/journey/vocabulary";
import { CommitField } from "../fields/commit-field";
import { Segmented } from "../fields/segmented";
import { Section } from "../section";
import { useSetTouchpoint } from "../use-touchpoint";
import { ChannelPicker } from "./channel-picker";
import type { SectionPartProps } from "./section-props";

/** Over which channels, online or not, who begins it and who receives it. */
export function ContactSection({ touchpoint, canWrite }: SectionPartProps) {
  const t = useTranslations("touchpoint.contact");
  const word = useCustomerWord();
  const set = useSetTouchpoint(touchpoint.id);
  const { channelOf } = useCatalogue();
  const names = touchpoint.channels.flatMap((id) => channelOf(id)?.name ?? []);
  return (
    <Section
      name="contact"
      title={t("title")}
      isOpenAtFirst
      summary={names.join(", ")}
    >
      <ChannelPicker touchpoint={touchpoint} canWrite={canWrite} />
      <Segmented
        label={t("medium")}
        options={MEDIA.map((id) => ({ id, label: t(`media.${id}`) }))}
        value={touchpoint.medium}
        onChange={(medium) => set({ medium })}
        isDisabled={!canWrite}
      />
      <div className="grid gap-4 @sm/panel:grid-cols-2">
        <Segmented
          label={t("initiator")}
          options={INITIATORS.map((id) => ({
            id,
            label: (id === "customer" && word) || t(`initiators.${id}`),
          }))}
          value={touchpoint.initiator}
          onChange={(initiator) => set({ initiator })}
          isDisabled={!canWrite}
        />
        <CommitField
          label={t("receiver")}
          placeholder={t("receiverHint")}
          value={touchpoint.receiver ?? ""}
          onCommit={(receiver) => set({ receiver: receiver || null })}
          maxLength={1_000}
          isDisabled={!canWrite}
        />
      </div>
      <Segmented
        label={t("planned")}
        options={PLANNED.map((id) => ({ id, label: t(`plan.${id}`) }))}
        value={touchpoint.planned}
        onChange={(planned) => set({ planned })}
        isDisabled={!canWrite}
      />
    </Section>
  );
}
