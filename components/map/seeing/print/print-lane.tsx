"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import type { JourneyMap, Lane, Stage } from "@/lib/journey/journey-map";
import { LANE_KIND_INFO } from "@/lib/journey/vocabulary";
import { LaneIcon } from "../../drawing/lane-icon";
import { lineStroke } from "../../drawing/line-face";
import { CardCells, FieldCells, ranksOf } from "./print-cells";
import { PrintEmotions } from "./print-emotions";

interface LaneRowsProps {
  readonly map: JourneyMap;
  readonly lane: Lane;
  readonly stage: Stage;
  /** How wide a touchpoint is, in pixels. */
  readonly column: number;
}

/** A lane on paper. Cards stand in rows of their own, each with the name, so that a page may end after any of them. */
export function LaneRows({ map, lane, stage, column }: LaneRowsProps) {
  const all = Math.max(1, stage.touchpoints.length);
  const rest = { lane, isFirst: true, isLast: true };
  if (lane.kind === "line")
    return (
      <Row {...rest}>
        <td colSpan={all} aria-hidden="true" className="align-middle">
          <span className={cx("block", lineStroke(lane.visibility))} />
        </td>
      </Row>
    );
  if (lane.kind === "emotion")
    return (
      <Row {...rest}>
        <td colSpan={all} className="border-l border-line p-0">
          <PrintEmotions {...{ map, column }} />
        </td>
      </Row>
    );
  if (!LANE_KIND_INFO[lane.kind].holdsCards)
    return (
      <Row {...rest}>
        <FieldCells {...{ map, lane, stage }} />
      </Row>
    );
  const ranks = ranksOf(map, lane, stage);
  return ranks.map((rank, at) => (
    <Row
      key={at}
      lane={lane}
      isFirst={at === 0}
      isLast={at === ranks.length - 1}
    >
      <CardCells {...{ map, rank }} />
    </Row>
  ));
}

interface RowProps {
  readonly lane: Lane;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly children: ReactNode;
}

function Row({ lane, isFirst, isLast, children }: RowProps) {
  const names = useTranslations("map");
  const name = lane.title || names(`lane.${lane.kind}.name`);
  return (
    <tr
      data-print-lane={lane.id}
      className={cx(
        "break-inside-avoid align-top",
        isLast && "border-b border-line",
      )}
    >
      <th
        className={cx(
          "py-1 pr-2 text-left",
          isFirst ? "font-medium" : "font-normal text-ink-3",
        )}
      >
        <span className="flex items-start gap-1">
          <LaneIcon
            kind={lane.kind}
            className={cx("mt-px size-3.5 shrink-0", !isFirst && "invisible")}
          />
          <span className="min-w-0 wrap-anywhere hyphens-auto">{name}</span>
        </span>
      </th>
      {children}
    </tr>
  );
}
