"use client";

import { Lightbulb, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useFocusKept } from "@/components/ui/keep-focus";
import { api } from "@/components/workspace/api-client";
import { nextTip, TIPS } from "@/lib/api/tips";
import type { Tip } from "@/lib/api/tips";
import { useEditorUi } from "../editor-ui";

interface TipBarProps {
  /** What this person has put away before, on any device. */
  readonly dismissed: readonly string[];
  /** Where the focus goes when the bar is gone. */
  readonly onGone: () => void;
}

/**
 * One thing worth knowing, in a line that covers nothing and can be put away for good. They are about
 * keys and pointers, so a phone, whose screen is small, is spared them.
 */
export function TipBar({ dismissed, onGone }: TipBarProps) {
  const t = useTranslations("guide.tip");
  const ui = useEditorUi();
  const [away, setAway] = useState(dismissed);
  const bar = useRef<HTMLDivElement>(null);
  useFocusKept(bar);
  const tip = nextTip(away);
  if (!tip) return null;
  const putAway = (tips: readonly Tip[]) => {
    const next = TIPS.filter((one) => away.includes(one) || tips.includes(one));
    setAway(next);
    // Not remembered, it comes again with the next visit; that is no news for anybody.
    void api("/me", { method: "PATCH", body: { dismissedTips: next } });
    if (!nextTip(next)) onGone();
  };
  const left = TIPS.filter((one) => !away.includes(one)).length;
  return (
    <div
      ref={bar}
      role="group"
      aria-label={t("label")}
      className="isolate flex min-h-10 items-center gap-2 border-b border-line bg-accent-tint px-3 py-1 text-sm max-sm:hidden"
    >
      <Lightbulb aria-hidden="true" className="size-4 shrink-0 text-accent" />
      <p className="min-w-0 flex-1 hyphens-auto">{t(`text.${tip}`)}</p>
      {tip === "guide" ? (
        <Button
          size="sm"
          onPress={() => {
            putAway([tip]);
            ui.openRecord({ kind: "guide", tab: "steps" });
          }}
        >
          {t("openGuide")}
        </Button>
      ) : null}
      {left > 1 ? (
        <Button size="sm" variant="quiet" onPress={() => putAway([tip])}>
          {t("next")}
        </Button>
      ) : null}
      <IconButton label={t("away")} size="sm" onPress={() => putAway(TIPS)}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
