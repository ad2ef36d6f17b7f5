"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { sheetsOf } from "./blank-plan";
import type { BlankPlan } from "./blank-plan";
import { BLANK_PAPERS, useBlankPaper } from "./paper";

/** The paper of a sheet that is filled in by hand, and how many it takes. */
export function BlankPapers({ plan }: { readonly plan: BlankPlan }) {
  const t = useTranslations("present.blank");
  const papers = useTranslations("present.print");
  const [paper, keep] = useBlankPaper();
  return (
    <>
      <Select
        label={papers("paper")}
        value={paper}
        onChange={keep}
        options={BLANK_PAPERS.map((id) => ({ id, label: papers(id) }))}
      />
      <p className="text-sm text-ink-2">
        {t("what", { count: sheetsOf(plan.lanes).length })}
      </p>
    </>
  );
}
