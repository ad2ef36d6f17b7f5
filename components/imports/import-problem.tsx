"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import type { Problem } from "@/components/workspace/api-client";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import { FATAL_CODES, type FatalCode } from "@/lib/imports/contract";

const isFatal = (code: string): code is FatalCode =>
  FATAL_CODES.some((known) => known === code);

/** Why a file cannot be imported as it is, and where that shows. */
export function ImportProblem({ problem }: { readonly problem: Problem }) {
  const t = useTranslations("imports");
  const [field] = problem.fields;
  const [, row] = /^rows\.(\d+)/.exec(field?.path ?? "") ?? [];
  if (problem.code === "import_unreadable" && field && isFatal(field.code))
    return (
      <Banner tone="danger">
        {t(`fatal.${field.code}`)}
        {row ? ` ${t("fatalRow", { row })}` : null}
      </Banner>
    );
  if (problem.code === "idempotency_mismatch")
    return <Banner tone="warning">{t("doneBefore")}</Banner>;
  if (problem.fields.some(({ code }) => code === "gone"))
    return <Banner tone="danger">{t("goneMeanwhile")}</Banner>;
  if (problem.code === "rate_limited")
    return <Banner tone="danger">{t("tooOften")}</Banner>;
  if (problem.code === "too_large")
    return <Banner tone="danger">{t("fatal.tooManyBytes")}</Banner>;
  return <ProblemBanner problem={problem} />;
}
