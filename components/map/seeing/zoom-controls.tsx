"use client";

import { ZoomIn, ZoomOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Button as AriaButton } from "react-aria-components";
import { lazyPart } from "@/components/ui/lazy-part";
import { MenuButton } from "@/components/ui/menu-button";
import { ZOOM } from "@/lib/layout/zoom";
import { CommandButton } from "../commands/command-button";
import { useDoable } from "../commands/use-doable";
import type { Orders } from "../grid/use-orders";
import { useSeeing } from "./seeing-context";

const ZoomMenu = lazyPart(async () => (await import("./zoom-menu")).ZoomMenu);

/** How near the map is; the number opens the usual levels. */
export function ZoomControls({ orders }: { readonly orders: Orders }) {
  const t = useTranslations("seeing.zoom");
  const doable = useDoable(orders);
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
        command={doable("zoomOut")}
        icon={ZoomOut}
        size="sm"
        placement="top"
        isDisabled={zoom <= ZOOM.least}
      />
      <MenuButton
        surface={ZoomMenu}
        of={{ orders }}
        trigger={
          <AriaButton
            aria-label={t("level", { percent })}
            className="h-6 min-w-13 rounded-md px-1 text-xs text-ink-2 tabular-nums hover:bg-hover hover:text-ink pointer-coarse:h-11"
          >
            {t("percent", { percent })}
          </AriaButton>
        }
      />
      <CommandButton
        command={doable("zoomIn")}
        icon={ZoomIn}
        size="sm"
        placement="top"
        isDisabled={zoom >= ZOOM.most}
      />
    </div>
  );
}
