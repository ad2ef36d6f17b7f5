"use client";

import { useTranslations } from "next-intl";
import type { OpenMenu } from "@/components/ui/menu-button";
import { MenuListItem } from "@/components/ui/menu-list";
import { MenuSurface } from "@/components/ui/menu-surface";
import { useOffered } from "../commands/use-command";
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
  return (
    <MenuSurface {...open} label={t("header.more")}>
      {[palette, ...entries].map(({ id, label, icon, keys, ...entry }) => (
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
      ))}
    </MenuSurface>
  );
}
