"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { lazyPart } from "@/components/ui/lazy-part";
import { MenuButton } from "@/components/ui/menu-button";
import type { Orders } from "../grid/use-orders";

const MapMenuList = lazyPart(
  async () => (await import("./map-menu-list")).MapMenuList,
);

/** What concerns the map as a whole. */
export function MapMenu({ orders }: { readonly orders: Orders }) {
  const t = useTranslations("map");
  return (
    <MenuButton
      surface={MapMenuList}
      of={{ orders }}
      trigger={
        <IconButton label={t("header.more")}>
          <Ellipsis aria-hidden="true" />
        </IconButton>
      }
    />
  );
}
