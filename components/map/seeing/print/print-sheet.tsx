"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { createPortal } from "react-dom";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { slidesOf } from "@/lib/layout/slides";
import { spokenLanes } from "../slide-map";
import { MARGIN, PAPER_MEASURES, usePaper } from "./paper";
import { PrintPage } from "./print-page";

/** A map on paper: each stage begins a page, and every page says by itself what it is. Not seen on the screen. */
export function PrintSheet({ map }: { readonly map: JourneyMap }) {
  const t = useTranslations("present");
  const [paper] = usePaper();
  const { size, width, most } = PAPER_MEASURES[paper];
  const slides = useMemo(
    () =>
      slidesOf(map.stages, {
        most,
        // Rows run on to the next page by themselves.
        height: Infinity,
        lanesOf: (columns) => spokenLanes(map, columns),
      }),
    [map, most],
  );
  return createPortal(
    <div
      data-print-sheet={paper}
      lang={map.meta.locale}
      aria-hidden="true"
      className="hidden bg-transparent text-ink print:block"
    >
      <style>{`@page { size: ${size}; margin: ${MARGIN}mm }`}</style>
      {slides.map((slide, index) => (
        <PrintPage
          key={`${slide.stageId} ${slide.page}`}
          isFirst={index === 0}
          {...{ map, slide, width }}
        />
      ))}
      {slides.length === 0 ? <p>{t("empty")}</p> : null}
    </div>,
    document.body,
  );
}
