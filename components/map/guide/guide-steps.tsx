"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useRoom } from "@/components/room/room-context";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { cx } from "@/components/ui/cx";
import { guideOf } from "@/lib/guide/steps";
import type { GuideItem, GuideStep } from "@/lib/guide/steps";
import type { GridStore } from "../grid/grid-store";
import { FurtherReading } from "./further-reading";
import { GuideReview, GuideWord } from "./guide-fields";
import { useGuideWay } from "./use-guide-way";

interface GuideStepsProps {
  readonly store: GridStore;
  readonly onClose: () => void;
}

/** The three steps, read off the map while it grows. */
export function GuideSteps({ store, onClose }: GuideStepsProps) {
  const t = useTranslations("guide");
  const { source } = useRoom();
  const map = useJourneyMap((now) => now);
  const steps = useMemo(() => guideOf(map ?? source.get()), [map, source]);
  const word = map.meta.customerWord.trim() || t("customer");
  return (
    <ol className="flex flex-col gap-6">
      {steps.map((step, index) => (
        <Step key={step.id} {...{ step, index, word, store, onClose }} />
      ))}
    </ol>
  );
}

interface StepProps extends GuideStepsProps {
  readonly step: GuideStep;
  readonly index: number;
  readonly word: string;
}

function Step({ step, index, word, store, onClose }: StepProps) {
  const t = useTranslations("guide");
  const go = useGuideWay(store, onClose);
  const { id, items, done } = step;
  const isDone = done === items.length;
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3">
      <span
        aria-hidden="true"
        className={cx(
          "flex size-7 items-center justify-center rounded-full border text-sm font-semibold tabular-nums",
          isDone
            ? "border-accent bg-accent text-accent-ink"
            : "border-line-strong text-ink-2",
        )}
      >
        {isDone ? <Check className="size-4" strokeWidth={2.5} /> : index + 1}
      </span>
      <div className="min-w-0">
        <h3 className="text-md font-semibold hyphens-auto">
          {t(`step.${id}.title`, { word })}
        </h3>
        <p className="mt-0.5 text-sm hyphens-auto text-ink-2">
          {t(`step.${id}.text`, { word })}
        </p>
        <p className="mt-1 text-xs text-ink-3">
          {t("progress", { done, of: items.length })}
        </p>
        <ul className="mt-2 -ml-2 flex flex-col">
          {items.map((item) => (
            <li key={item.id}>
              <Item item={item} word={word} onGo={() => go(item)} />
              {item.id === "word" ? <GuideWord /> : null}
              {item.id === "review" ? <GuideReview /> : null}
            </li>
          ))}
        </ul>
        <FurtherReading step={id} />
      </div>
    </li>
  );
}

interface ItemProps {
  readonly item: GuideItem;
  readonly word: string;
  readonly onGo: () => void;
}

function Item({ item, word, onGo }: ItemProps) {
  const t = useTranslations("guide");
  const { id, isDone, missing, at } = item;
  const isHere = id === "word" || id === "review";
  const said = isDone
    ? t("done")
    : at !== null && missing > 1
      ? t("missing", { count: missing })
      : t("open");
  const content = (
    <>
      <span
        aria-hidden="true"
        className={cx(
          "mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border",
          isDone ? "border-success bg-success text-surface" : "border-control",
        )}
      >
        {isDone ? <Check className="size-3" strokeWidth={3} /> : null}
      </span>
      <span className="min-w-0 flex-1 hyphens-auto">
        {t(`item.${id}`, { word })}
      </span>
      <span className="shrink-0 text-xs leading-5 text-ink-3">{said}</span>
    </>
  );
  const look =
    "flex w-full items-start gap-2 rounded-md px-2 py-1.5 text-left text-sm pointer-coarse:min-h-11 pointer-coarse:py-3";
  return isHere ? (
    <p className={look}>{content}</p>
  ) : (
    <button
      type="button"
      onClick={onGo}
      className={cx(look, "min-h-8 hover:bg-hover pointer-coarse:min-h-11")}
    >
      {content}
    </button>
  );
}
