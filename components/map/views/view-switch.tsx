"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "react-aria-components";
import { cx } from "@/components/ui/cx";
import { lazyPart } from "@/components/ui/lazy-part";
import { MenuButton } from "@/components/ui/menu-button";
import type { ViewChoice } from "./use-view";
import { ViewIcon } from "./view-icon";

const ViewMenu = lazyPart(() =>
  import("./view-menu").then((module) => module.ViewMenu),
);

interface ViewSwitchProps extends ViewChoice {
  /** On a phone only the sign of the view, where there is no room for its name. */
  readonly isBrief?: boolean;
}

/** How the map is looked at: the name of the view, and the others behind it. */
export function ViewSwitch({ isBrief, ...choice }: ViewSwitchProps) {
  const t = useTranslations("views");
  const { view } = choice;
  return (
    <MenuButton
      surface={ViewMenu}
      of={choice}
      trigger={
        <Button
          aria-label={t("switch", { view: t(`name.${view}`) })}
          className="inline-flex h-8 shrink-0 items-center gap-1.5 rounded-md border border-line bg-surface px-2 text-sm font-medium text-ink hover:bg-hover data-pressed:bg-pressed pointer-coarse:h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center [&_svg]:size-4 [&_svg]:text-ink-2"
        >
          <ViewIcon view={view} />
          <span className={isBrief ? "max-sm:sr-only" : undefined}>
            {t(`name.${view}`)}
          </span>
          <ChevronDown
            aria-hidden="true"
            className={cx("size-3.5!", isBrief && "max-sm:hidden")}
          />
        </Button>
      }
    />
  );
}
