"use client";

import { useTranslations } from "next-intl";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  Popover,
  SubmenuTrigger,
} from "react-aria-components";
import { ChevronRight, Smile } from "lucide-react";
import type { PaletteEntry } from "@/components/palette/entry";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { cx } from "@/components/ui/cx";
import { EmotionFace } from "@/components/ui/emotion-face";
import { optionStyle, popoverStyle } from "@/components/ui/list-style";
import { MenuListItem } from "@/components/ui/menu-list";
import { EMOTIONS } from "@/lib/journey/vocabulary";
import { useLevelName } from "../emotion/levels";
import type { GridStore } from "../grid/grid-store";
import { touchpointAt } from "../grid/moves";
import { cellOf } from "../grid/shape";
import type { Orders } from "../grid/use-orders";
import { useHiddenPersonas } from "../hidden-personas";

/** Says a level of the touchpoint in whose column somebody stands. */
export type Feel = (level: number) => void;

interface FeelingHands {
  readonly store: GridStore;
  readonly orders: Orders;
}

/** Null where nobody is shown who could feel anything, or nothing may be written. */
export function useFeelHere({ store, orders }: FeelingHands): Feel | null {
  const hidden = useHiddenPersonas();
  const isSomebodyShown = useJourneyMap(({ personas }) =>
    personas.some((id) => !hidden.has(id)),
  );
  const view = store.view();
  const state = store.getState();
  const touchpointId = touchpointAt(state, view);
  if (!view.canWrite || !isSomebodyShown || !touchpointId) return null;
  // A cell of a whole stage stands above several of them.
  if (cellOf(view.shape, state.point)?.columnId !== touchpointId) return null;
  return (level) => orders.obey({ type: "emotion", level, isByName: true });
}

/** The same in a list of everything that can be done. */
export function useFeelingEntries(hands: FeelingHands): PaletteEntry[] {
  const t = useTranslations("map.feel");
  const levelName = useLevelName();
  const feel = useFeelHere(hands);
  if (!feel) return [];
  return EMOTIONS.map((value, level) => ({
    id: `feeling-${value}`,
    label: levelName(value),
    place: t("menu"),
    icon: <EmotionFace value={value} />,
    run: () => feel(level),
  }));
}

interface FeelingItemProps {
  readonly onChoose: Feel;
}

/** How it feels, by name: the keys 1 to 5 say it only where no words are written, and can be switched off. */
export function FeelingItem({ onChoose }: FeelingItemProps) {
  const t = useTranslations("map.feel");
  const levelName = useLevelName();
  return (
    <SubmenuTrigger>
      <AriaMenuItem textValue={t("menu")} className={optionStyle}>
        <Smile aria-hidden="true" />
        <span className="flex-1">{t("menu")}</span>
        <ChevronRight aria-hidden="true" />
      </AriaMenuItem>
      <Popover className={cx(popoverStyle, "min-w-44")}>
        <AriaMenu aria-label={t("menu")} className="p-1 outline-none">
          {EMOTIONS.map((value, level) => (
            <MenuListItem
              key={value}
              icon={<EmotionFace value={value} />}
              onAction={() => onChoose(level)}
            >
              {levelName(value)}
            </MenuListItem>
          ))}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  );
}
