"use client";

import { useTranslations } from "next-intl";
import { useCallback, type ReactNode } from "react";
import { emotionKey } from "@/components/ui/emotion";
import { LevelWords, type LevelName } from "../../emotion/levels";

/** In the line diagram the levels are about satisfaction: from very unsatisfying to very satisfying (R53). */
export function ExperienceWords({
  children,
}: {
  readonly children: ReactNode;
}) {
  const t = useTranslations("views.line.level");
  const name = useCallback<LevelName>((value) => t(emotionKey(value)), [t]);
  return <LevelWords value={name}>{children}</LevelWords>;
}
