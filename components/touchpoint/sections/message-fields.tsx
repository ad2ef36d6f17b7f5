"use client";

import { Check, CircleDashed, Diff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCustomer } from "@/components/room/use-customer-word";
import { YTextField } from "@/components/room/y-text-field";
import { MESSAGE_STATUSES } from "@/lib/journey/vocabulary";
import { Segmented } from "../fields/segmented";
import { useSetTouchpoint } from "../use-touchpoint";
import type { SectionPartProps } from "./section-props";

const ICONS = { "to-do": CircleDashed, differs: Diff, matches: Check } as const;

/** What should be said beside what is said, and whether the two agree. */
export function MessageFields({
  touchpoint,
  canWrite,
  lang,
}: SectionPartProps) {
  const t = useTranslations("touchpoint.message");
  const map = useTranslations("map");
  const customer = useCustomer();
  const set = useSetTouchpoint(touchpoint.id);
  const { id, messageStatus } = touchpoint;
  const options = MESSAGE_STATUSES.map((status) => {
    const Icon = ICONS[status];
    return {
      id: status,
      label: map(`messageStatus.${status}`),
      icon: <Icon aria-hidden="true" />,
    };
  });
  return (
    <>
      <div className="grid gap-3 @sm/panel:grid-cols-2">
        <YTextField
          textRef={{ kind: "touchpoint", id, field: "message" }}
          value={touchpoint.message}
          label={t("ideal")}
          placeholder={t("idealHint", customer)}
          rows={4}
          lang={lang}
        />
        <YTextField
          textRef={{ kind: "touchpoint", id, field: "actualMessage" }}
          value={touchpoint.actualMessage}
          label={t("actual")}
          placeholder={t("actualHint", customer)}
          rows={4}
          lang={lang}
        />
      </div>
      <Segmented
        label={t("statusLabel")}
        options={options}
        value={messageStatus}
        onChange={(status) => set({ messageStatus: status })}
        isDisabled={!canWrite}
      />
    </>
  );
}
