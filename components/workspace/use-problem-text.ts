"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Problem } from "./api-client";

type AnyTranslator = {
  (key: string): string;
  has(key: string): boolean;
};

/** Turns the code of a refusal into a sentence in the person's language. */
export function useProblemText(): (problem: Pick<Problem, "code">) => string {
  const t = useTranslations() as unknown as AnyTranslator;
  return useCallback(
    ({ code }) => {
      if (code === "no_connection") return t("common.noConnection");
      return t.has(`errors.${code}`)
        ? t(`errors.${code}`)
        : t("errors.internal");
    },
    [t],
  );
}
