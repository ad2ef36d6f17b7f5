"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { JourneyMap, Stage } from "@/lib/journey/journey-map";
import type { Slide } from "@/lib/layout/slides";
import { OutlineStage } from "../../outline/outline";
import { ReadTable } from "../../read/read-table";
import { slideMap } from "../slide-map";

interface StageSlideProps {
  readonly map: JourneyMap;
  readonly slide: Slide;
  readonly stage: Stage;
  readonly isPhone: boolean;
  readonly zoom: number;
}

/** A stage, or as much of it as can be read from afar. */
export function StageSlide(props: StageSlideProps) {
  const { map, slide, stage, isPhone, zoom } = props;
  const t = useTranslations("present");
  const untitled = useTranslations("map")("untitled.stage");
  const part = useMemo(() => slideMap(map, slide), [map, slide]);
  const [shown] = part.stages;
  return (
    <div lang={map.meta.locale} className="flex min-h-full flex-col">
      <header
        data-colour={stage.colour ?? undefined}
        className="flex items-baseline gap-4 border-t-6 border-line-strong px-4 pt-4 pb-3 data-colour:border-(--edge) sm:px-6"
      >
        <h2 className="min-w-0 flex-1 text-xl wrap-anywhere hyphens-auto sm:text-3xl">
          {stage.title || untitled}
        </h2>
        {slide.pages > 1 ? (
          <span className="shrink-0 text-md text-ink-2 tabular-nums">
            {t("page", { page: slide.page, pages: slide.pages })}
          </span>
        ) : null}
      </header>
      {stage.description ? (
        <p className="px-4 pb-3 text-md text-ink-2 sm:px-6 sm:text-lg">
          {stage.description}
        </p>
      ) : null}
      {isPhone && shown ? (
        <OutlineStage map={part} stage={{ ...shown, description: "" }} />
      ) : (
        <div className="flex items-start justify-center">
          <div style={{ zoom }} className="flex max-w-full">
            <ReadTable map={part} hasStages={false} />
          </div>
        </div>
      )}
    </div>
  );
}
