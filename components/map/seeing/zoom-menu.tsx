"use client";

import { useTranslations } from "next-intl";
import type { OpenMenu } from "@/components/ui/menu-button";
import { MenuListItem, MenuListSeparator } from "@/components/ui/menu-list";
import { MenuSurface } from "@/components/ui/menu-surface";
import { ZOOM } from "@/lib/layout/zoom";
import { useOffered } from "../commands/use-command";
import type { Orders } from "../grid/use-orders";
import { useKeyNames } from "../menus/key-names";
import { useSeeing } from "./seeing-context";

const FITS = ["fit", "selection"] as const;

/** The usual levels, and what fits into view. */
export function ZoomMenu({
  orders,
  ...open
}: OpenMenu & { readonly orders: Orders }) {
  const t = useTranslations("seeing.zoom");
  const named = useKeyNames();
  const offered = useOffered(orders);
  const { viewport } = useSeeing();
  const keysOf = (keys: string | undefined) => keys && named(keys);
  return (
    <MenuSurface {...open} label={t("label")} placement="top start">
      {FITS.map(offered).map(({ id, label, keys, icon, run }) => (
        <MenuListItem key={id} icon={icon} keys={keysOf(keys)} onAction={run}>
          {label}
        </MenuListItem>
      ))}
      <MenuListSeparator />
      {ZOOM.choices.map((choice) => (
        <MenuListItem
          key={choice}
          keys={choice === 1 ? keysOf(offered("actual").keys) : undefined}
          onAction={() => viewport.zoomTo(choice)}
        >
          {t("percent", { percent: Math.round(choice * 100) })}
        </MenuListItem>
      ))}
    </MenuSurface>
  );
}
