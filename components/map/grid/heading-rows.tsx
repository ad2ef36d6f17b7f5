"use client";

import { memo, useMemo } from "react";
import { useTranslations } from "next-intl";
import { tellHeadingHeight } from "../drawing/heading-height";
import { cellsOf } from "./cells-of";
import { StageCell, TouchpointCell } from "./heading-cells";
import { FoldedStageCell, PlaceholderCell } from "./plain-cells";
import type { GridCell, GridShape } from "./shape";

/** Stages and the touchpoints inside them, which stay on top while the lanes pass under them. */
export const HeadingRows = memo(function HeadingRows({
  shape,
}: {
  readonly shape: GridShape;
}) {
  const t = useTranslations("map");
  const stages = useMemo(() => cellsOf(shape, "stages"), [shape]);
  const touchpoints = useMemo(() => cellsOf(shape, "touchpoints"), [shape]);
  return (
    <div
      ref={tellHeadingHeight}
      role="rowgroup"
      data-heading=""
      className="sticky top-0 z-10 w-(--width) bg-paper"
    >
      <div role="row" aria-rowindex={1} className="grid grid-cols-(--columns)">
        <Corner label={t("heading.stages")} />
        {stages.map((cell) => (
          <StageCell key={cell.columnId} cell={cell} />
        ))}
      </div>
      <div
        role="row"
        aria-rowindex={2}
        className="grid grid-cols-(--columns) border-y border-b-line-strong border-t-line"
      >
        <Corner label={t("heading.touchpoints")} />
        {touchpoints.map((cell) => (
          <Heading key={cell.columnId} cell={cell} />
        ))}
      </div>
    </div>
  );
});

/** Names the row of headings beside it; nothing can be done there, so the arrows pass it by. */
function Corner({ label }: { readonly label: string }) {
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      className="sticky left-0 z-[5] flex items-end border-r border-line-strong bg-paper px-3 pb-2 text-2xs font-medium text-ink-3"
    >
      {label}
    </div>
  );
}

function Heading({ cell }: { readonly cell: GridCell }) {
  if (cell.role === "touchpoint") return <TouchpointCell cell={cell} />;
  if (cell.role === "folded-stage") return <FoldedStageCell cell={cell} />;
  return <PlaceholderCell cell={cell} />;
}
