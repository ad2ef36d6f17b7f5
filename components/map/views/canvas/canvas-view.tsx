"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import type { Stage } from "@/lib/journey/journey-map";
import { canvasSheet, type CanvasRow } from "@/lib/views/canvas-sheet";
import { LaneIcon } from "../../drawing/lane-icon";
import { EmptyView, NoTouchpoints } from "../empty-view";
import type { ViewProps } from "../view-props";
import { CanvasCellFace } from "./canvas-cell";

/** The sheet for the wall: a big box for each stage and row, to be read from afar and filled in together. */
export function CanvasView(props: ViewProps) {
  const { map, write } = props;
  const t = useTranslations("views");
  const words = useTranslations("map.add");
  const { stages, rows } = canvasSheet(map);
  if (stages.length === 0)
    return <NoTouchpoints view="canvas" {...{ map, write }} />;
  if (rows.length === 0) {
    return (
      <EmptyView
        view="canvas"
        text={t("empty.lanes")}
        action={
          write ? (
            <Button variant="primary" onPress={write.addLane}>
              {words("lane")}
            </Button>
          ) : null
        }
      />
    );
  }
  return (
    <section
      aria-label={t("canvas.label", { title: map.meta.title })}
      lang={map.meta.locale}
      className="min-h-0 min-w-0 flex-1 overflow-auto overscroll-contain bg-surface pr-3 pb-3 sm:pr-5 sm:pb-5"
    >
      {/* A table with a height lets its rows share what the screen has left. */}
      <table className="h-full min-w-full border-separate border-spacing-0 text-left text-[clamp(1rem,1.25vw,1.5rem)] leading-snug">
        <thead>
          <tr>
            <th
              aria-hidden="true"
              className="sticky top-0 left-0 z-20 w-36 min-w-28 bg-surface sm:w-44 sm:min-w-44"
            />
            {stages.map((stage) => (
              <StageHead key={stage.id} stage={stage} />
            ))}
            {write ? <AddStage onAdd={write.addStage} /> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <SheetRow
              key={row.lane.id}
              {...{ map, row, write, stages }}
              isFirst={at === 0}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function StageHead({ stage }: { readonly stage: Stage }) {
  const t = useTranslations("map.untitled");
  return (
    <th
      scope="col"
      data-colour={stage.colour ?? undefined}
      className={cx(
        "sticky top-0 z-10 min-w-64 border-b-4 bg-surface px-3 pt-4 pb-2 align-bottom text-[1.15em] leading-tight font-semibold",
        stage.colour ? "border-(--edge)" : "border-line-strong",
      )}
    >
      <span className="hyphens-auto">{stage.title || t("stage")}</span>
    </th>
  );
}

function AddStage({ onAdd }: { readonly onAdd: () => void }) {
  const t = useTranslations("map.add");
  return (
    <td className="sticky top-0 z-10 w-12 bg-surface pl-2 align-bottom">
      <button
        type="button"
        onClick={onAdd}
        aria-label={t("stage")}
        title={t("stage")}
        className="flex size-9 items-center justify-center rounded-md border border-dashed border-line-strong text-ink-3 hover:bg-hover hover:text-ink pointer-coarse:size-11"
      >
        <Plus aria-hidden="true" className="size-4" />
      </button>
    </td>
  );
}

interface SheetRowProps extends Pick<ViewProps, "map" | "write"> {
  readonly row: CanvasRow;
  readonly stages: readonly Stage[];
  readonly isFirst: boolean;
}

function SheetRow({ map, row, write, stages, isFirst }: SheetRowProps) {
  const t = useTranslations("map.lane");
  const { lane } = row;
  const name = lane.title || t(`${lane.kind}.name`);
  return (
    <tr>
      <th
        scope="row"
        className={cx(
          "sticky left-0 z-5 border-b border-line-strong bg-surface py-3 pr-3 pl-3 align-top text-[0.9em] leading-tight font-semibold sm:pl-5",
          isFirst && "pt-4",
        )}
      >
        <LaneIcon kind={lane.kind} className="mb-1 size-5 text-ink-3" />
        <span className="block max-w-44 hyphens-auto">{name}</span>
      </th>
      {row.cells.map((cell, at) => (
        <CanvasCellFace
          key={cell.stageId}
          {...{ map, lane, cell, write, name }}
          stage={stages[at]}
        />
      ))}
    </tr>
  );
}
