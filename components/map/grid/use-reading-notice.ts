"use client";

import { useTranslations } from "next-intl";
import { useCallback, useRef } from "react";
import { useReadingMode } from "@/components/room/reading-mode";
import { showToast } from "@/components/ui/toast";

/** Says to somebody who only reads by choice why nothing was written, once at a time, with the way to write. */
export function useReadingNotice(): () => void {
  const t = useTranslations("map.reading");
  const { isReading, read } = useReadingMode();
  const close = useRef<() => void>(null);
  return useCallback(() => {
    if (!isReading) return;
    close.current?.();
    close.current = showToast({
      text: t("typed"),
      action: { label: t("editShort"), run: () => read(false) },
    });
  }, [isReading, read, t]);
}
