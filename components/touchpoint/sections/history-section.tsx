"use client";

import { useTranslations } from "next-intl";
import { lazyPart } from "@/components/ui/lazy-part";
import type { TouchpointId } from "@/lib/journey/ids";
import { Section } from "../section";

interface HistorySectionProps {
  readonly touchpointId: TouchpointId;
}

const TouchpointHistory = lazyPart(
  async () => (await import("../history/touchpoint-history")).TouchpointHistory,
  { takesKeys: false },
);

/** Who changed this touchpoint and when; asked for when it is opened. */
export function HistorySection({ touchpointId }: HistorySectionProps) {
  const t = useTranslations("touchpoint");
  return (
    <Section name="history" title={t("history")}>
      <TouchpointHistory touchpointId={touchpointId} />
    </Section>
  );
}
