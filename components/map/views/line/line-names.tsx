"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { DiagramColumn } from "@/lib/layout/line-diagram";
import { TouchpointFailure } from "../../failure/touchpoint-failure";
import { touchpointIn } from "../../map-index";
import type { ViewProps } from "../view-props";

interface LineNamesProps {
  readonly map: JourneyMap;
  readonly columns: readonly DiagramColumn[];
  readonly openTouchpoint: ViewProps["openTouchpoint"];
}

/** What happens at each point of the line, and what somebody noted there. */
export function LineNames({ map, columns, openTouchpoint }: LineNamesProps) {
  const t = useTranslations("map.untitled");
  const label = useTranslations("map.heading")("touchpoints");
  return (
    <ol aria-label={label} className="flex border-t border-line-strong">
      {columns.map(({ touchpointId, title, width }) => {
        const touchpoint = touchpointIn(map, touchpointId);
        const note = touchpoint?.notes.trim() || touchpoint?.message.trim();
        const words = (
          <>
            <span className="line-clamp-4 text-xs leading-4 font-medium hyphens-auto text-ink">
              {title || t("touchpoint")}
            </span>
            {note ? (
              <span className="mt-1 line-clamp-3 text-2xs leading-4 hyphens-auto text-ink-3">
                {note}
              </span>
            ) : null}
            {touchpoint ? (
              <span className="block text-left">
                <TouchpointFailure {...{ map, touchpoint }} />
              </span>
            ) : null}
          </>
        );
        const look = "block w-full px-1.5 py-2 text-center";
        return (
          <li
            key={touchpointId}
            style={{ width }}
            className="shrink-0 border-r border-line/60 last:border-r-0"
          >
            {openTouchpoint ? (
              <button
                type="button"
                onClick={() => openTouchpoint(touchpointId)}
                className={cx(
                  look,
                  "-outline-offset-2 hover:bg-hover pointer-coarse:min-h-11",
                )}
              >
                {words}
              </button>
            ) : (
              <div className={look}>{words}</div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
