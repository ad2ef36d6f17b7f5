"use client";

import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "react-aria-components";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import type { JourneyMap } from "@/lib/journey/journey-map";

interface PresentBarProps {
  readonly map: JourneyMap;
  readonly at: number;
  readonly last: number;
  readonly go: (to: number) => void;
  /** Where each stage begins. */
  readonly starts: readonly number[];
  /** The stage that is shown. */
  readonly stageAt: number;
  readonly onClose: () => void;
}

/** Under the slides: the stages to jump to, one step back or forth, and the way out. */
export function PresentBar(props: PresentBarProps) {
  const { map, at, last, go, starts, stageAt, onClose } = props;
  const t = useTranslations("present");
  const untitled = useTranslations("map")("untitled.stage");
  return (
    <footer className="flex h-14 shrink-0 items-center gap-1 border-t border-line px-4 text-sm text-ink-2">
      <nav
        aria-label={t("stages")}
        lang={map.meta.locale}
        className="flex min-w-0 flex-1 gap-1 overflow-x-auto py-1 [scrollbar-width:none] max-sm:invisible"
      >
        {map.stages.map(({ id, title, colour }, index) => (
          <Button
            key={id}
            data-colour={colour ?? undefined}
            aria-current={index === stageAt ? "step" : undefined}
            onPress={() => go(starts[index] ?? 0)}
            className={cx(
              "h-9 max-w-44 min-w-11 truncate border-t-3 border-line-strong px-2 text-xs outline-offset-[-2px] hover:bg-hover data-colour:border-(--edge) pointer-coarse:h-11",
              index === stageAt && "bg-accent-tint font-semibold text-ink",
            )}
          >
            {title || untitled}
          </Button>
        ))}
      </nav>
      <IconButton
        label={t("back")}
        keys="←"
        placement="top"
        isDisabled={at === 0}
        onPress={() => go(at - 1)}
      >
        <ChevronLeft aria-hidden="true" />
      </IconButton>
      <span
        aria-hidden="true"
        data-testid="slide-count"
        className="min-w-14 text-center whitespace-nowrap tabular-nums"
      >
        {t("count", { at: at + 1, all: last + 1 })}
      </span>
      <IconButton
        label={t("forth")}
        keys="→"
        placement="top"
        isDisabled={at === last}
        onPress={() => go(at + 1)}
      >
        <ChevronRight aria-hidden="true" />
      </IconButton>
      <IconButton label={t("end")} keys="Esc" placement="top" onPress={onClose}>
        <X aria-hidden="true" />
      </IconButton>
    </footer>
  );
}
