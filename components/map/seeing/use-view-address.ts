"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { showToast } from "@/components/ui/toast";
import { useSeeing } from "./seeing-context";

/** Keeps the address of the page at the saved view that is chosen, so that it can be handed on. */
export function useViewAddress(): void {
  const { sights } = useSeeing();
  useEffect(() => {
    let known = sights.getView()?.id ?? null;
    return sights.subscribe(() => {
      const id = sights.getView()?.id ?? null;
      if (id === known) return;
      known = id;
      const url = new URL(window.location.href);
      if (id === null) url.searchParams.delete("saved");
      else url.searchParams.set("saved", id);
      window.history.replaceState(window.history.state, "", url);
    });
  }, [sights]);
}

/** Says quietly that a view of the address is not there, whatever else stands on the page. */
export function useViewGone(isGone: boolean): void {
  const t = useTranslations("seeing.views");
  useEffect(() => {
    if (isGone) showToast({ text: t("gone") });
  }, [isGone, t]);
}
