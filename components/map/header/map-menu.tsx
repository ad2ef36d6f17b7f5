"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import { useOffered } from "../commands/use-command";
import type { Orders } from "../grid/use-orders";
import { useKeyNames } from "../menus/key-names";
import { useMapEntries } from "../menus/use-map-entries";

/** What concerns the map as a whole. */
export function MapMenu({ orders }: { readonly orders: Orders }) {
  const t = useTranslations("map");
  const named = useKeyNames();
  const palette = useOffered(orders)("palette");
  const entries = useMapEntries(orders);
  return (
    <Menu
      label={t("header.more")}
      trigger={
        <IconButton label={t("header.more")}>
          <Ellipsis aria-hidden="true" />
        </IconButton>
      }
    >
      {[palette, ...entries].map(({ id, label, icon, keys, ...entry }) => (
        <MenuItem
          key={id}
          icon={icon}
          keys={keys && named(keys)}
          {...("href" in entry
            ? { href: entry.href }
            : { onAction: entry.run })}
        >
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
