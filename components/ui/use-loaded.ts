"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { showToast } from "./toast";

/** A part of the page that most sights of it never need. */
export interface OnDemand<T> {
  /** The part, as soon as it is there. */
  readonly get: () => T | null;
  /** Begins to load it, if that was not done yet. What fails is tried again the next time. */
  readonly load: () => Promise<void>;
}

/** All that can be loaded ahead. */
const parts = new Set<OnDemand<unknown>>();

/** Says how a part is loaded: when it is first used, or as soon as the page is seen to be used at all. */
export function onDemand<T>(load: () => Promise<T>): OnDemand<T> {
  let loaded: { readonly part: T } | null = null;
  const part: OnDemand<T> = {
    get: () => loaded && loaded.part,
    load: async () => {
      loaded ??= { part: await load() };
    },
  };
  parts.add(part);
  return part;
}

/** Loads all parts of this page. What fails is tried again when it is needed. */
export async function preloadParts(): Promise<void> {
  await Promise.allSettled([...parts].map((part) => part.load()));
}

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
