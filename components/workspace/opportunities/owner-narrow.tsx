"use client";

import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { WithoutOwnerToggle } from "../lists/without-owner-toggle";
import type { OpportunityView } from "./opportunity-view";

interface OwnerNarrowProps {
  readonly view: OpportunityView;
  /** How many of what is listed nobody is responsible for. */
  readonly count: number;
  readonly show: (view: OpportunityView) => void;
}

/** Only what stands where nobody is responsible. */
export function OwnerNarrow({ view, count, show }: OwnerNarrowProps) {
  const t = useTranslations("opportunities.owner");
  return (
    <WithoutOwnerToggle
      label={t("without", { count })}
      count={count}
      isOn={view.isUnowned}
      onChange={(isUnowned) => show({ ...view, isUnowned })}
    />
  );
}

/** There is nothing without an owner, which is good to hear; and the way back to all of it. */
export function AllOwned({ view, show }: Omit<OwnerNarrowProps, "count">) {
  const t = useTranslations("opportunities.owner");
  return (
    <EmptyState
      icon={<CircleCheck aria-hidden="true" />}
      title={t("none")}
      action={
        <Button onPress={() => show({ ...view, isUnowned: false })}>
          {t("all")}
        </Button>
      }
    />
  );
}
