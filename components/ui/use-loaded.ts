"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { preloadParts } from "./on-demand";
import type { OnDemand } from "./on-demand";
import { showToast } from "./toast";

const signsOfLife = ["pointermove", "pointerdown", "keydown"] as const;

/**
 * Loads the parts of the page as soon as somebody is seen to use it: the first sight of it does not wait for them, and
 * they are there before they are wanted, or before the network is gone.
 */
export function usePreloadedParts(): void {
  useEffect(() => {
    const over = new AbortController();
    const go = () => {
      over.abort();
      void preloadParts();
    };
    for (const sign of signsOfLife)
      window.addEventListener(sign, go, { signal: over.signal, passive: true });
    return () => over.abort();
  }, []);
}

/**
 * A part of the page; null until it is there. Where it cannot be had, because the network is gone, that is said.
 *
 * @param onFail - closes what waits for it.
 */
export function useLoaded<T>(part: OnDemand<T>, onFail?: () => void): T | null {
  const t = useTranslations("common");
  const [loaded, setLoaded] = useState(part.get);
  useEffect(() => {
    if (loaded !== null) return;
    let isGone = false;
    part.load().then(
      () => isGone || setLoaded(part.get),
      () => {
        if (isGone) return;
        showToast({ text: t("notLoaded"), tone: "danger" });
        onFail?.();
      },
    );
    return () => {
      isGone = true;
    };
  }, [part, loaded, onFail, t]);
  return loaded;
}
