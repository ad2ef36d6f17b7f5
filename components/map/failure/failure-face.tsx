"use client";

import { Clock, DoorOpen, Reply } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { Timing } from "@/lib/journey/journey-map";
import { DurationText } from "../drawing/duration-text";
import type { ShownStep } from "./funnel";
import { useShare } from "./use-share";

interface FailureFaceProps {
  /** Whether the journey breaks off here. */
  readonly breaksOff: boolean;
  /** Whether this touchpoint follows up on the failure of another one. */
  readonly isRecovery: boolean;
  readonly timing: Timing | null;
  /** Null where nobody knows who goes on and who leaves. */
  readonly shown: ShownStep | null;
}

/** How a touchpoint stands to failing: whether it is where people leave, how many do, and what is done about it. */
export function FailureFace(props: FailureFaceProps) {
  const { breaksOff, isRecovery, timing, shown } = props;
  // As long as everybody is still there, a full bar under every heading would say nothing.
  const isFunnel = shown !== null && shown.step.after < 1;
  return (
    <>
      {breaksOff ? <BreakOffMark /> : null}
      {isRecovery || timing ? <TimingMark {...{ isRecovery, timing }} /> : null}
      {isFunnel ? <FunnelStrip shown={shown} /> : null}
    </>
  );
}

/** Says in sign and words that the journey ends here without success. */
export function BreakOffMark() {
  const t = useTranslations("failure");
  return (
    <span
      data-break-off=""
      className="mt-1 flex w-fit items-center gap-1 rounded-sm border border-danger bg-danger-tint px-1.5 py-px text-2xs font-semibold text-danger"
    >
      <DoorOpen aria-hidden="true" className="size-3 shrink-0" />
      {t("mark")}
    </span>
  );
}

/** How long after which event this happens, with a sign of its own where that event is the failure of another one. */
function TimingMark({
  isRecovery,
  timing,
}: Pick<FailureFaceProps, "isRecovery" | "timing">) {
  const t = useTranslations("failure.recovery");
  const Icon = isRecovery ? Reply : Clock;
  return (
    <span className="mt-1 flex items-start gap-1 text-2xs leading-4 font-normal text-ink-2">
      <Icon aria-hidden="true" className="mt-0.5 size-3 shrink-0" />
      <span className="min-w-0 wrap-anywhere hyphens-auto">
        {timing ? (
          <>
            <DurationText duration={timing.offset} />{" "}
            {timing.after ? t("after", { event: timing.after }) : null}
          </>
        ) : (
          t("mark")
        )}
      </span>
    </span>
  );
}

/** In stripes, so that it is told from what is left without any colour. */
const LOST =
  "repeating-linear-gradient(135deg, var(--danger) 0 2px, transparent 2px 4px)";

interface FunnelStripProps {
  readonly shown: ShownStep;
}

/**
 * Of all who begin: who goes on from here as a bar, who is lost here as stripes behind it, both in figures. Boxes in a row
 * and a name in place of boxes that are placed and words that are hidden: the browser goes through every such box of
 * every heading with each frame.
 */
function FunnelStrip({ shown }: FunnelStripProps) {
  const t = useTranslations("failure.step");
  const share = useShare();
  const { before, after, loss } = shown.step;
  const at = (value: number) => `${value * 100}%`;
  return (
    // Read out with every cell of the column, so it is brief; the sentences stand in the panel and in the insight.
    <span
      role="img"
      aria-label={t("brief", {
        after: share(after),
        lost: share(loss?.share ?? 0),
      })}
      data-funnel=""
      className="mt-1.5 block font-normal"
    >
      <span className="flex h-1.5 rounded-xs border border-line-strong bg-surface [print-color-adjust:exact]">
        <span
          style={{ width: at(after) }}
          className="bg-ink-3 forced-colors:bg-[CanvasText]"
        />
        <span
          style={{ width: at(before - after), backgroundImage: LOST }}
          className="forced-color-adjust-none"
        />
      </span>
      <span className="mt-0.5 flex justify-between gap-1 text-2xs leading-4 text-ink-2 tabular-nums">
        <span>{share(after)}</span>
        {loss && loss.share > 0 ? (
          <span className={cx(shown.isWeakest && "font-semibold text-danger")}>
            {t(shown.isWeakest ? "lostMost" : "lost", {
              share: share(loss.share),
            })}
          </span>
        ) : null}
      </span>
    </span>
  );
}
