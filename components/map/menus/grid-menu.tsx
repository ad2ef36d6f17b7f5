"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  SubmenuTrigger,
} from "react-aria-components";
import { Popover } from "react-aria-components";
import { Check, ChevronRight, Palette } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { optionStyle, popoverStyle } from "@/components/ui/list-style";
import {
  MenuList,
  MenuListItem,
  MenuListSeparator,
} from "@/components/ui/menu-list";
import { COLOURS } from "@/lib/journey/vocabulary";
import type { Colour } from "@/lib/journey/vocabulary";
import { ColourDot } from "../drawing/colour-dot";
import type { Spot } from "../editor-ui";
import type { GridStore } from "../grid/grid-store";
import { isMany } from "../grid/picks";
import type { Orders } from "../grid/use-orders";
import type { Structure } from "../grid/use-structure";
import { FeelingItem, useFeelHere } from "./feeling-item";
import type { Feel } from "./feeling-item";
import { Floating } from "./floating";
import { useKeyNames } from "./key-names";
import { useClearEntry, useManyEntries } from "./use-many-entries";
import type { ManyContent } from "./use-many-entries";
import { useMenuItems } from "./use-menu-items";
import type { MenuEntry } from "./use-menu-items";

interface GridMenuProps {
  readonly at: Spot;
  readonly store: GridStore;
  readonly orders: Orders;
  readonly structure: Structure;
  readonly onClose: () => void;
}

/** Everything that can be done with what is selected. */
export function GridMenu(props: GridMenuProps) {
  const { store } = props;
  return isMany(store.getState(), store.view()) ? (
    <ManyMenu {...props} />
  ) : (
    <OneMenu {...props} />
  );
}

function OneMenu({ at, onClose, ...hands }: GridMenuProps) {
  const feel = useFeelHere(hands);
  return <Entries {...useMenuItems(hands)} {...{ at, onClose, feel }} />;
}

function ManyMenu({ at, onClose, store, structure }: GridMenuProps) {
  const { entries, colour, clear } = useManyEntries({ store, structure, at });
  const leave = useClearEntry(clear);
  const isDanger = (entry: MenuEntry) => entry.isDanger === true;
  const groups = [
    entries.filter((entry) => !isDanger(entry)),
    [leave],
    entries.filter(isDanger),
  ].filter((group) => group.length > 0);
  return <Entries {...{ at, onClose, groups, colour }} />;
}

interface EntriesProps {
  readonly at: Spot;
  readonly groups: readonly (readonly MenuEntry[])[];
  readonly colour: ManyContent["colour"];
  readonly feel?: Feel | null;
  readonly onClose: () => void;
}

function Entries({ at, groups, colour, feel, onClose }: EntriesProps) {
  const t = useTranslations("map");
  const named = useKeyNames();
  return (
    <Floating at={at} onClose={onClose} className="min-w-56 max-w-80">
      <MenuList
        aria-label={t("menu.label")}
        autoFocus="first"
        onClose={onClose}
      >
        {groups.map((group, index) => (
          <Fragment key={group[0]?.id ?? index}>
            {index > 0 ? <MenuListSeparator /> : null}
            {group.map(({ id, label, icon, keys, isDanger, run }) => (
              <MenuListItem
                key={id}
                {...{ icon, isDanger }}
                keys={keys && named(keys)}
                onAction={() => {
                  onClose();
                  run();
                }}
              >
                {label}
              </MenuListItem>
            ))}
            {index === 0 && feel ? (
              <FeelingItem
                onChoose={(level) => {
                  onClose();
                  feel(level);
                }}
              />
            ) : null}
            {index === 0 && colour ? (
              <ColourItem
                value={colour.value}
                onChoose={(value) => {
                  onClose();
                  colour.choose(value);
                }}
              />
            ) : null}
          </Fragment>
        ))}
      </MenuList>
    </Floating>
  );
}

interface ColourItemProps {
  readonly value: Colour | null | undefined;
  readonly onChoose: (colour: Colour | null) => void;
}

function ColourItem({ value, onChoose }: ColourItemProps) {
  const t = useTranslations("map");
  return (
    <SubmenuTrigger>
      <AriaMenuItem textValue={t("menu.colour")} className={optionStyle}>
        <Palette aria-hidden="true" />
        <span className="flex-1">{t("menu.colour")}</span>
        <ChevronRight aria-hidden="true" />
      </AriaMenuItem>
      <Popover className={cx(popoverStyle, "min-w-40")}>
        <AriaMenu aria-label={t("menu.colour")} className="p-1 outline-none">
          {[null, ...COLOURS].map((colour) => (
            <AriaMenuItem
              key={colour ?? "none"}
              textValue={t(`colour.${colour ?? "none"}`)}
              onAction={() => onChoose(colour)}
              className={optionStyle}
            >
              <ColourDot colour={colour} />
              <span className="flex-1">{t(`colour.${colour ?? "none"}`)}</span>
              {value === colour ? <Check aria-hidden="true" /> : null}
            </AriaMenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  );
}
