"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Button as AriaButton } from "react-aria-components";
import { Menu } from "@/components/ui/menu";
import { MenuItem, MenuSeparator } from "@/components/ui/menu-item";
import { ZOOM } from "@/lib/layout/zoom";
import { CommandButton } from "../commands/command-button";
import { useOffered } from "../commands/use-command";
import type { Orders } from "../grid/use-orders";
import { useKeyNames } from "../menus/key-names";
import { useSeeing } from "./seeing-context";

/** How near the map is; the number opens the usual levels. */
export function ZoomControls({ orders }: { readonly orders: Orders }) {
  const t = useTranslations("seeing.zoom");
  const offered = useOffered(orders);
  const { viewport } = useSeeing();
  const zoom = useSyncExternalStore(
    viewport.subscribe,
    viewport.getZoom,
    () => 1,
  );
  const percent = Math.round(zoom * 100);
  return (
    <div
      role="group"
      aria-label={t("label")}
      className="flex shrink-0 items-center"
    >
      <CommandButton
        command={offered("zoomOut")}
        size="sm"
        placement="top"
        isDisabled={zoom <= ZOOM.least}
      />
      <Menu
        label={t("label")}
        placement="top start"
        trigger={
          <AriaButton
            aria-label={t("level", { percent })}
            className="h-6 min-w-13 rounded-md px-1 text-xs text-ink-2 tabular-nums hover:bg-hover hover:text-ink pointer-coarse:h-11"
          >
            {t("percent", { percent })}
          </AriaButton>
        }
      >
        <ZoomItems orders={orders} />
      </Menu>
      <CommandButton
        command={offered("zoomIn")}
        size="sm"
        placement="top"
        isDisabled={zoom >= ZOOM.most}
      />
    </div>
  );
}

const FITS = ["fit", "selection"] as const;

function ZoomItems({ orders }: { readonly orders: Orders }) {
  const t = useTranslations("seeing.zoom");
  const named = useKeyNames();
  const offered = useOffered(orders);
  const { viewport } = useSeeing();
  const keysOf = (keys: string | undefined) => keys && named(keys);
  return (
    <>
      {FITS.map(offered).map(({ id, label, keys, icon, run }) => (
        <MenuItem key={id} icon={icon} keys={keysOf(keys)} onAction={run}>
          {label}
        </MenuItem>
      ))}
      <MenuSeparator />
      {ZOOM.choices.map((choice) => (
        <MenuItem
          key={choice}
          keys={choice === 1 ? keysOf(offered("actual").keys) : undefined}
          onAction={() => viewport.zoomTo(choice)}
        >
          {t("percent", { percent: Math.round(choice * 100) })}
        </MenuItem>
      ))}
    </>
  );
}
