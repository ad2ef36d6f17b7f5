"use client";

import { Palette, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { KeyboardEvent } from "react";
import { Toolbar } from "react-aria-components";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import { COLOURS } from "@/lib/journey/vocabulary";
import { ColourDot } from "./drawing/colour-dot";
import { speak } from "./grid/speak";
import { useManyEntries } from "./menus/use-many-entries";
import type { ManyContent } from "./menus/use-many-entries";
import type { SelectionBarProps } from "./selection-bar";

/** The buttons of the bar, which is told how many are chosen. */
export function SelectionTools({ store, structure }: SelectionBarProps) {
  const t = useTranslations("map");
  useSyncExternalStore(store.subscribe, store.getState, store.getState);
  useJourneyMap((map) => map.cells);
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ x: 0, y: 0 });
  const { chosen, entries, colour, clear } = useManyEntries({
    store,
    structure,
    at,
  });
  const count = t("many.count", {
    cards: chosen.cards.length,
    touchpoints: chosen.columns.length,
  });
  useSpoken(t("many.spoken", { count }));
  useEffect(() => {
    const box = bar.current?.getBoundingClientRect();
    // oxlint-disable-next-line react/set-state-in-effect -- pickers open where the bar came to lie
    if (box) setAt({ x: box.left, y: box.top });
  }, []);
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    clear();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Esc bubbles up from the buttons inside
    <div
      ref={bar}
      data-region="bar"
      onKeyDown={handleKeyDown}
      className="absolute bottom-3 left-1/2 z-20 max-w-[calc(100%-1.5rem)] -translate-x-1/2 animate-rise-in rounded-lg border border-line-strong bg-raised p-1 shadow-float max-sm:hidden"
    >
      <Toolbar
        aria-label={t("many.label")}
        className="flex items-center gap-0.5"
      >
        <span className="px-2 text-sm font-medium whitespace-nowrap tabular-nums">
          {count}
        </span>
        <span aria-hidden="true" className="mx-0.5 h-5 w-px bg-line" />
        {entries.map(({ id, label, icon, isDanger, run }) => (
          <Button
            key={id}
            size="sm"
            variant="quiet"
            onPress={run}
            className={isDanger ? "text-danger!" : undefined}
          >
            {icon}
            <span className="max-lg:sr-only">{label}</span>
          </Button>
        ))}
        {colour ? <ColourMenu colour={colour} /> : null}
        <IconButton
          label={t("many.clear")}
          keys="Esc"
          size="sm"
          onPress={clear}
        >
          <X aria-hidden="true" />
        </IconButton>
      </Toolbar>
    </div>
  );
}

/** Each new count is said once, with the way to what can be done. */
function useSpoken(words: string): void {
  useEffect(() => speak(words), [words]);
}

function ColourMenu({
  colour,
}: {
  readonly colour: NonNullable<ManyContent["colour"]>;
}) {
  const t = useTranslations("map");
  return (
    <Menu
      label={t("menu.colour")}
      placement="top start"
      trigger={
        <Button size="sm" variant="quiet">
          <Palette aria-hidden="true" />
          <span className="max-lg:sr-only">{t("menu.colour")}</span>
        </Button>
      }
    >
      {[null, ...COLOURS].map((value) => (
        <MenuItem
          key={value ?? "none"}
          icon={<ColourDot colour={value} />}
          keys={colour.value === value ? "✓" : undefined}
          onAction={() => colour.choose(value)}
        >
          {t(`colour.${value ?? "none"}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
