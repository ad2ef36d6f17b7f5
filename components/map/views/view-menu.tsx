"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { MenuItem, Text } from "react-aria-components";
import { cx } from "@/components/ui/cx";
import { optionStyle } from "@/components/ui/list-style";
import type { OpenMenu } from "@/components/ui/menu-button";
import { MenuSurface } from "@/components/ui/menu-surface";
import { viewNamed } from "@/lib/views/views";
import type { ViewChoice } from "./use-view";
import { ViewIcon } from "./view-icon";

/** The views, with what each is for. */
export function ViewMenu({
  view,
  views,
  showView,
  ...menu
}: ViewChoice & OpenMenu) {
  const t = useTranslations("views");
  return (
    <MenuSurface
      {...menu}
      label={t("label")}
      placement="bottom start"
      className="w-72 max-w-[92vw]"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[view]}
      onSelectionChange={(keys) => {
        const [chosen] = keys === "all" ? [] : keys;
        const next = viewNamed(chosen);
        if (next && next !== view) showView(next);
      }}
    >
      {views.map((id) => (
        <MenuItem
          key={id}
          id={id}
          textValue={t(`name.${id}`)}
          className={cx(optionStyle, "items-start!")}
        >
          {({ isSelected }) => (
            <>
              <ViewIcon view={id} className="mt-0.5" />
              <span className="flex min-w-0 flex-1 flex-col">
                <Text slot="label">{t(`name.${id}`)}</Text>
                <Text slot="description" className="text-xs text-ink-2">
                  {t(`about.${id}`)}
                </Text>
              </span>
              {isSelected ? (
                <Check aria-hidden="true" className="mt-0.5" />
              ) : null}
            </>
          )}
        </MenuItem>
      ))}
    </MenuSurface>
  );
}
