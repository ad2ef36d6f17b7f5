"use client";

import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { isLocale } from "@/lib/i18n/config";
import { loadMessages } from "@/lib/i18n/messages";
import type { NavItem } from "@/components/workspace/nav-items";
import type { OtherWords } from "./match";
import { loadOtherWords } from "./other-words";

interface PlaceNames {
  readonly nav: Readonly<Record<NavItem["key"], string>>;
  readonly person: { readonly account: string };
}

export interface Words {
  readonly otherWords: OtherWords;
  /** What the places of a workspace are called; null for a moment. */
  readonly places: PlaceNames | null;
}

const NONE: Words = { otherWords: () => "", places: null };

/** Words that only the palette needs on a map, loaded when it opens. */
export function useWords(): Words {
  const locale = useLocale();
  const [words, setWords] = useState(NONE);
  useEffect(() => {
    if (!isLocale(locale)) return;
    let isGone = false;
    const load = async () => {
      const [{ workspace }, otherWords] = await Promise.all([
        loadMessages(locale, ["workspace"]),
        loadOtherWords(locale),
      ]);
      if (!isGone)
        setWords({ otherWords, places: workspace as unknown as PlaceNames });
    };
    // Without them everything is still found by the names on the page.
    load().catch(() => {});
    return () => {
      isGone = true;
    };
  }, [locale]);
  return words;
}
