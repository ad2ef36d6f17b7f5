"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { cx } from "@/components/ui/cx";
import type { JourneyMap, Stage } from "@/lib/journey/journey-map";
import type { Slide } from "@/lib/layout/slides";
import { useCatalogue } from "../../drawing/catalogue";
import { TouchpointFacts } from "../../drawing/touchpoint-facts";
import { TouchpointFailure } from "../../failure/touchpoint-failure";
import { slideMap } from "../slide-map";
import { LaneRows } from "./print-lane";

/** The column of the lane names, in pixels. */
const HEAD = 144;

interface PrintPageProps {
  readonly map: JourneyMap;
  readonly slide: Slide;
  /** Of the paper between its edges, in pixels. */
  readonly width: number;
  readonly isFirst: boolean;
}

/** A stage, or as much of it as stands side by side. What is too high runs on, under the same headings. */
export function PrintPage({ map, slide, width, isFirst }: PrintPageProps) {
  const part = slideMap(map, slide);
  const [stage] = part.stages;
  if (!stage) return null;
  const columns = Math.max(1, stage.touchpoints.length);
  const column = Math.floor((width - HEAD) / columns);
  return (
    <table
      data-print-page=""
      style={{ width: HEAD + column * columns }}
      className={cx(
        "table-fixed border-collapse text-xs leading-4",
        !isFirst && "break-before-page",
      )}
    >
      <colgroup>
        <col style={{ width: HEAD }} />
        {Array.from({ length: columns }, (_, at) => (
          <col key={at} style={{ width: column }} />
        ))}
      </colgroup>
      <Head {...{ map, slide, stage, columns }} />
      <tbody>
        {stage.description && slide.page === 1 ? (
          <tr>
            <td colSpan={columns + 1} className="py-2 text-ink-2">
              {stage.description}
            </td>
          </tr>
        ) : null}
        {part.lanes.map((lane) => (
          <LaneRows key={lane.id} map={part} {...{ lane, stage, column }} />
        ))}
      </tbody>
    </table>
  );
}

interface HeadProps extends Pick<PrintPageProps, "map" | "slide"> {
  readonly stage: Stage;
  readonly columns: number;
}

function Head({ map, slide, stage, columns }: HeadProps) {
  const t = useTranslations("present.print");
  const names = useTranslations("map");
  return (
    <thead className="table-header-group">
      <tr>
        <th colSpan={columns + 1} className="pb-1.5 font-normal">
          <Source map={map} />
        </th>
      </tr>
      <tr data-colour={stage.colour ?? undefined}>
        <th
          colSpan={columns + 1}
          className="border-t-4 border-line-strong pt-1.5 pb-1 text-left data-colour:border-(--edge) [[data-colour]_&]:border-t-(--edge)"
        >
          <span className="text-lg leading-6 font-semibold">
            {stage.title || names("untitled.stage")}
          </span>
          {slide.pages > 1 ? (
            <span className="pl-3 font-normal text-ink-2">
              {t("columns", { page: slide.page, pages: slide.pages })}
            </span>
          ) : null}
        </th>
      </tr>
      <tr className="border-b-2 border-line-strong align-bottom">
        <th className="py-1.5 pr-2 text-left font-medium text-ink-2">
          {names("heading.touchpoints")}
        </th>
        {stage.touchpoints.map((touchpoint) => (
          <th
            key={touchpoint.id}
            className="border-l border-line px-1.5 py-1.5 text-left font-semibold wrap-anywhere hyphens-auto"
          >
            {touchpoint.title || names("untitled.touchpoint")}
            <TouchpointFacts touchpoint={touchpoint} />
            <TouchpointFailure {...{ map, touchpoint }} />
          </th>
        ))}
        {stage.touchpoints.length === 0 ? (
          <th className="border-l border-line px-1.5 text-left font-normal text-ink-2">
            {names("cell.noTouchpoints")}
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

/** Which map this sheet of paper is of, about whom and from when. */
function Source({ map }: { readonly map: JourneyMap }) {
  const t = useTranslations("present.print");
  const names = useTranslations("map");
  const format = useFormatter();
  const { personaOf } = useCatalogue();
  const [today] = useState(() => new Date());
  const personas = map.personas.flatMap((id) => personaOf(id)?.name ?? []);
  return (
    <span className="flex items-baseline gap-4 text-left text-ink-2">
      <span className="min-w-0 flex-1 wrap-anywhere">
        <b className="font-semibold text-ink">
          {map.meta.title || names("untitled.map")}
        </b>{" "}
        · {names(`state.${map.meta.state}`)}
      </span>
      {personas.length > 0 ? (
        <span>{t("personas", { names: format.list(personas) })}</span>
      ) : null}
      <span className="whitespace-nowrap">
        {t("date", { day: format.dateTime(today, "day") })}
      </span>
    </span>
  );
}
