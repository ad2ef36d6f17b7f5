"use client";

import { useTranslations } from "next-intl";
import { useHistory } from "@/components/room/use-history";
import { useCanWrite } from "@/components/room/use-room-state";
import { useMediaQuery } from "@/components/touchpoint/use-media-query";
import type { OpenMenu } from "@/components/ui/menu-button";
import { MenuListItem } from "@/components/ui/menu-list";
import { MenuSurface } from "@/components/ui/menu-surface";
import { useOffered } from "../commands/use-command";
import type { OfferedCommand } from "../commands/use-command";
import type { Orders } from "../grid/use-orders";
import { useKeyNames } from "../menus/key-names";
import { useMapEntries } from "../menus/use-map-entries";

/** What can be done with the map as a whole, one below the other. */
export function MapMenuList({
  orders,
  ...open
}: OpenMenu & { readonly orders: Orders }) {
  const t = useTranslations("map");
  const named = useKeyNames();
  const palette = useOffered(orders)("palette");
  const entries = useMapEntries(orders);
  const steps = useSteps(orders);
  return (
    <MenuSurface {...open} label={t("header.more")}>
      {[...steps, palette, ...entries].map(
        ({ id, label, icon, keys, ...entry }) => (
          <MenuListItem
            key={id}
            icon={icon}
            keys={keys && named(keys)}
            {...("href" in entry
              ? { href: entry.href }
              : { onAction: entry.run })}
          >
            {label}
          </MenuListItem>
        ),
      )}
    </MenuSurface>
  );
}

/** Undo and redo, whose buttons a phone has no room for. */
function useSteps(orders: Orders): readonly OfferedCommand[] {
  const offered = useOffered(orders);
  const { canUndo, canRedo } = useHistory();
  const canWrite = useCanWrite();
  const isPhone = useMediaQuery("(max-width: 39.99rem)");
  if (!isPhone || !canWrite) return [];
  return [
    ...(canUndo ? [offered("undo")] : []),
    ...(canRedo ? [offered("redo")] : []),
  ];
}
