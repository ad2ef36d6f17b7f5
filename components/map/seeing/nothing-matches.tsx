"use client";

import { useTranslations } from "next-intl";
import { flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { isNarrowed } from "./sight-bar";
import { useSeeing, useSight } from "./seeing-context";

/** In the place of the columns when no touchpoint meets the conditions: why, and the way back, on which the focus goes along. */
export function NothingMatches({ onGone }: { readonly onGone: () => void }) {
  const t = useTranslations("seeing.filter");
  const { sights } = useSeeing();
  const sight = useSight();
  if (!isNarrowed(sight)) return null;
  return (
    <div className="sticky top-24 left-1/2 flex h-fit w-80 max-w-[80vw] flex-col items-center gap-2 p-8 text-center">
      <p className="text-md font-semibold">{t("none")}</p>
      <p className="text-sm text-ink-2">{t("noneHint")}</p>
      <Button
        size="sm"
        onPress={() => {
          flushSync(() => sights.choose(null));
          onGone();
        }}
      >
        {t("reset")}
      </Button>
    </div>
  );
}
