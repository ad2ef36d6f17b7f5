"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { Button as AriaButton, type PressEvent } from "react-aria-components";
import { Button } from "@/components/ui/button";
import type { Sight } from "@/lib/sight/sight";
import { EVERYTHING, isFiltering, isSameSight } from "@/lib/sight/sight";
import type { Orders } from "../../grid/use-orders";
import { speak } from "../../grid/speak";
import {
  useChosenView,
  useSeeing,
  useSight,
  useVisible,
} from "../seeing-context";
import { useChoices } from "./use-criteria";
import type { Choice, Choices } from "./use-criteria";

interface ActiveBarProps {
  readonly orders: Orders;
  /** Where the focus goes when the bar goes with what was pressed. */
  readonly onGone: () => void;
}

/** What is left out of the map, in words; each condition can be taken back, and all at once. */
export function ActiveBar({ orders, onGone }: ActiveBarProps) {
  const t = useTranslations("seeing.filter");
  const { sights } = useSeeing();
  const sight = useSight();
  const view = useChosenView();
  const choices = useChoices(sight);
  const matches = useVisible((seen) => seen.matches);
  const total = useVisible((seen) => seen.total);
  const count = t("count", { matches, total });
  useEffect(() => speak(count), [count]);
  const conditions = conditionsOf(sight, choices, t);
  const list = useRef<HTMLUListElement>(null);
  /** What was pressed by keys goes with its condition: the focus goes on to the next one, and from the last to the map. */
  const drop = (
    { pointerType }: PressEvent,
    { at, change }: { readonly at: number; readonly change: () => void },
  ) => {
    flushSync(change);
    if (pointerType !== "keyboard" && pointerType !== "virtual") return;
    const left = list.current?.querySelectorAll("button") ?? [];
    if (left.length === 0) onGone();
    else left[Math.min(at, left.length - 1)]?.focus();
  };
  return (
    <section
      aria-label={t("active")}
      data-region="filter"
      className="flex min-h-9 items-center gap-2 border-b border-line bg-accent-tint/50 px-3 py-1 text-xs max-sm:flex-wrap print:hidden"
    >
      {view ? (
        <span className="max-w-56 shrink-0 truncate font-medium">
          {view.name}
          {isSameSight(sight, view.sight) ? "" : t("changed")}
        </span>
      ) : null}
      {isFiltering(sight) ? (
        <span className="shrink-0 font-medium tabular-nums">{count}</span>
      ) : null}
      <ul
        ref={list}
        className="flex min-w-0 flex-1 gap-1 overflow-x-auto [scrollbar-width:none] max-sm:order-last max-sm:w-full max-sm:flex-none"
      >
        {conditions.map(({ id, words, without }, at) => (
          <li key={id} className="shrink-0">
            <AriaButton
              aria-label={t("remove", { condition: words })}
              onPress={(press) =>
                drop(press, { at, change: () => sights.change(without) })
              }
              className="flex h-6 max-w-64 items-center gap-1 rounded-full border border-accent-line bg-surface pr-1 pl-2 hover:bg-hover pointer-coarse:h-11"
            >
              <span className="truncate">{words}</span>
              <X aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
            </AriaButton>
          </li>
        ))}
      </ul>
      {view && isSameSight(sight, view.sight) ? null : (
        <Button
          size="sm"
          variant="quiet"
          onPress={() => orders.obey({ type: "show", what: "views" })}
        >
          {t("save")}
        </Button>
      )}
      <Button
        size="sm"
        variant="quiet"
        onPress={(press) => {
          drop(press, { at: 0, change: () => sights.choose(null) });
          speak(t("all"));
        }}
      >
        {t("reset")}
      </Button>
    </section>
  );
}

interface Condition {
  readonly id: string;
  readonly words: string;
  /** What to change so that it is gone. */
  readonly without: Partial<Sight>;
}

type Words = ReturnType<typeof useTranslations<"seeing.filter">>;

function conditionsOf(sight: Sight, choices: Choices, t: Words): Condition[] {
  const names = <Id extends string | number>(
    all: readonly Choice<Id>[],
    chosen: readonly Id[],
  ) => all.flatMap(({ id, name }) => (chosen.includes(id) ? [name] : []));
  const list = (title: string, what: readonly string[]) =>
    `${title}: ${what.join(", ")}`;
  const owners = [
    ...(sight.withoutOwner ? [t("withoutOwner")] : []),
    ...names(choices.owners, sight.owners),
  ];
  const all: (Condition & { readonly isSet: boolean })[] = [
    {
      id: "owner",
      isSet: owners.length > 0,
      words: list(t("owner"), owners),
      without: { owners: [], withoutOwner: false },
    },
    {
      id: "channel",
      isSet: sight.channels.length > 0,
      words: list(t("channel"), names(choices.channels, sight.channels)),
      without: { channels: [] },
    },
    {
      id: "emotion",
      isSet: sight.emotions.length > 0,
      words: list(t("emotion"), names(choices.emotions, sight.emotions)),
      without: { emotions: [] },
    },
    {
      id: "persona",
      isSet: sight.personas.length > 0,
      words: list(t("persona"), names(choices.personas, sight.personas)),
      without: { personas: [] },
    },
    {
      id: "evidence",
      isSet: sight.evidence !== null,
      words: t(sight.evidence === "with" ? "evidenceWith" : "evidenceWithout"),
      without: { evidence: EVERYTHING.evidence },
    },
    {
      id: "stages",
      isSet: sight.hiddenStages.length > 0,
      words: t("hiddenStages", { count: sight.hiddenStages.length }),
      without: { hiddenStages: [] },
    },
    {
      id: "lanes",
      isSet: sight.hiddenLanes.length > 0,
      words: t("hiddenLanes", { count: sight.hiddenLanes.length }),
      without: { hiddenLanes: [] },
    },
  ];
  return all.filter(({ isSet }) => isSet);
}
