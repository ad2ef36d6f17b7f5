"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { ChannelRow, Thread } from "@/lib/views/channel-matrix";
import type { Grain, MatrixColumn } from "@/lib/views/columns";
import type { ChannelChoice } from "../../editor-props";
import { speak } from "../../grid/speak";
import type { ViewWrite } from "../view-props";
import type { WalkStop } from "../use-walk";

interface ChannelCellFaceProps {
  readonly grain: Grain;
  readonly row: ChannelRow;
  readonly index: number;
  readonly column: MatrixColumn | undefined;
  readonly channel: ChannelChoice | undefined;
  readonly write: ViewWrite | null;
  readonly stop: WalkStop;
}

/** Whether a channel is used at a touchpoint, and the line that joins it to its other uses. */
export function ChannelCellFace(props: ChannelCellFaceProps) {
  const { grain, row, index, column, channel, write, stop } = props;
  const t = useTranslations("views.channels");
  const words = useTranslations("map.untitled");
  const cell = row.cells[index];
  const touchpoint = column?.touchpoints[0];
  if (!cell || !column || !channel) return null;
  const isUsed = cell.uses > 0;
  const face = (
    <>
      <Line side="left" thread={cell.left} />
      <Line side="right" thread={cell.right} />
      <Mark
        isUsed={isUsed}
        isOffline={channel.medium === "offline"}
        count={grain === "stage" ? cell.uses : null}
      />
    </>
  );
  const look =
    "group/mark relative flex h-11 w-full min-w-12 items-center justify-center -outline-offset-2";
  if (grain === "stage" || !touchpoint || !write) {
    return (
      <span {...stop} className={look}>
        {face}
        <span className="sr-only">
          {isUsed ? t("uses", { count: cell.uses }) : t("notUsed")}
        </span>
      </span>
    );
  }
  const what = {
    channel: channel.name,
    where: touchpoint.title || words("touchpoint"),
  };
  return (
    <button
      type="button"
      {...stop}
      aria-pressed={isUsed}
      aria-label={t("at", what)}
      onClick={() => {
        write.setChannel(touchpoint.id, channel.id, !isUsed);
        speak(t(isUsed ? "taken" : "given", what));
      }}
      className={cx(look, "hover:bg-hover")}
    >
      {face}
    </button>
  );
}

function Line({
  side,
  thread,
}: {
  readonly side: "left" | "right";
  readonly thread: Thread;
}) {
  if (thread === null) return null;
  return (
    <span
      aria-hidden="true"
      data-thread={thread}
      className={cx(
        "absolute top-1/2 w-1/2 -translate-y-1/2",
        side === "left" ? "left-0" : "right-0",
        thread === "solid"
          ? "border-t-[3px] border-accent"
          : "border-t-2 border-dotted border-control",
      )}
    />
  );
}

interface MarkProps {
  readonly isUsed: boolean;
  readonly isOffline: boolean;
  readonly count: number | null;
}

/** Round online, square offline, so that both are told apart without colour. */
function Mark({ isUsed, isOffline, count }: MarkProps) {
  const shape = isOffline ? "rounded-xs" : "rounded-full";
  if (!isUsed) {
    return (
      <span
        aria-hidden="true"
        className={cx(
          "size-4 border border-dashed border-control opacity-0 group-hover/mark:opacity-100 group-focus-visible/mark:opacity-100",
          shape,
        )}
      />
    );
  }
  return (
    <span
      aria-hidden="true"
      className={cx(
        "relative flex items-center justify-center border-2 border-accent text-2xs font-semibold tabular-nums forced-colors:border-[CanvasText] forced-colors:bg-[CanvasText]",
        count === null ? "size-4.5" : "size-6",
        isOffline ? "bg-surface text-accent" : "bg-accent text-accent-ink",
        shape,
      )}
    >
      {count}
    </span>
  );
}
