"use client";

import { useTranslations } from "next-intl";
import { copyText } from "@/components/room/copy-text";
import { showToast } from "@/components/ui/toast";

const MAX_QUOTE = 120;

/** For a notice about words that the map does not have: as much of them as fits, and a button that copies all. */
export function useWordsBack() {
  const t = useTranslations("map");
  return (words: string) => ({
    text:
      words.length > MAX_QUOTE
        ? `${words.slice(0, MAX_QUOTE).toWellFormed()}…`
        : words,
    other: {
      label: t("deleted.copy"),
      run: () =>
        void copyText(words).then((isCopied) => {
          if (isCopied) showToast({ text: t("deleted.copied") });
        }),
    },
  });
}
