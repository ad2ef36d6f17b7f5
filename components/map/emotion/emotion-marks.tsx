import { Flag, TrendingDown, TrendingUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { TouchpointId } from "@/lib/journey/ids";
import type { EmotionLine } from "./lines";

type Mark = "peak" | "low" | "end";

const ICONS = { peak: TrendingUp, low: TrendingDown, end: Flag } as const;

/** Which of peak, low and end a point is; several fall together where the last point is the extreme. */
export function marksOf(line: EmotionLine, touchpointId: TouchpointId): Mark[] {
  const { peak, low, end } = line.marks;
  const marks: Mark[] = [];
  if (peak === touchpointId) marks.push("peak");
  if (low === touchpointId) marks.push("low");
  // A single known point is no end yet.
  if (end === touchpointId && line.curve.points.length > 1) marks.push("end");
  return marks;
}

interface EmotionMarksProps {
  readonly marks: readonly Mark[];
  readonly x: number;
  readonly y: number;
  /** With several lines only the pictures are shown, to leave room. */
  readonly isBrief: boolean;
}

/** The names of the points that stay in memory, beside them; the text beside the curve speaks them. */
export function EmotionMarks({ marks, x, y, isBrief }: EmotionMarksProps) {
  const t = useTranslations("emotion.marks");
  if (marks.length === 0) return null;
  const isBelow = marks.includes("low");
  return (
    <span
      aria-hidden="true"
      style={{ left: x, top: isBelow ? y + 14 : y - 14 }}
      className={cx(
        "pointer-events-none absolute z-1 flex -translate-x-1/2 items-center gap-1 text-2xs leading-3 font-semibold whitespace-nowrap text-ink",
        !isBelow && "-translate-y-full",
      )}
    >
      {marks.map((mark) => {
        const Icon = ICONS[mark];
        return (
          <span
            key={mark}
            className="flex items-center gap-0.5 rounded-xs bg-surface/70 px-0.5"
          >
            <Icon className="size-3" strokeWidth={2.4} />
            {isBrief ? null : t(mark)}
          </span>
        );
      })}
    </span>
  );
}
