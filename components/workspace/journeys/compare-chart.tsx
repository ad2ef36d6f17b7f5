"use client";

import { useTranslations } from "next-intl";
import { LEVELS, useLevelName } from "@/components/map/emotion/levels";
import { feltValue } from "@/lib/insight/evidence";
import type { ComparedPoint, CurvePoint } from "@/lib/insight/compare";
import { levelY } from "@/lib/layout/curve";
import type { ComparedProps } from "./compare-table";

const COLUMN = 104;
const AXIS = 116;
const FRAME = { height: 240, padding: 24 };
/** How far the two curves stand from the middle of their column, so that equal values do not hide each other. */
const APART = 12;

/**
 * Both curves as marks on the five levels: the first round, the second square, full with evidence and hollow without,
 * with a whisker for the interval; a thick line between them where they clearly differ. The table says it in words.
 */
export function CompareChart({ points, names }: ComparedProps) {
  const t = useTranslations("compare");
  const untitled = useTranslations("touchpoints")("untitled");
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <figcaption className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <Legend name={names.first} />
        <Legend name={names.second} isSecond />
      </figcaption>
      <div
        role="region"
        aria-label={t("chart", names)}
        tabIndex={0}
        className="flex overflow-x-auto rounded-lg border border-line bg-surface"
      >
        <Axis />
        <div aria-hidden="true" style={{ width: points.length * COLUMN }}>
          <svg
            width={points.length * COLUMN}
            height={FRAME.height}
            className="block"
          >
            {LEVELS.map((level) => (
              <line
                key={level}
                x1={0}
                x2={points.length * COLUMN}
                y1={levelY(level, FRAME)}
                y2={levelY(level, FRAME)}
                className="stroke-line"
              />
            ))}
            {points.map((point, at) => (
              <Pair key={at} x={(at + 0.5) * COLUMN} {...{ point }} />
            ))}
          </svg>
          <div className="flex border-t border-line">
            {points.map(({ first, second }, at) => (
              <span
                key={at}
                style={{ width: COLUMN }}
                className="line-clamp-4 shrink-0 px-1.5 py-2 text-center text-2xs leading-4 hyphens-auto"
              >
                {(first ?? second)?.title.trim() || untitled}
              </span>
            ))}
          </div>
        </div>
      </div>
    </figure>
  );
}

function Axis() {
  const levelName = useLevelName();
  return (
    <div
      aria-hidden="true"
      style={{ width: AXIS, height: FRAME.height }}
      className="sticky left-0 z-[1] shrink-0 border-r border-line-strong bg-paper"
    >
      {LEVELS.map((level) => (
        <span
          key={level}
          style={{ top: levelY(level, FRAME) }}
          className="absolute inset-x-0 -translate-y-1/2 px-2 text-right text-2xs leading-3 text-ink-2"
        >
          {levelName(level)}
        </span>
      ))}
    </div>
  );
}

const valueOf = (point: CurvePoint | null) =>
  point && feltValue(point.own, point.evidence);

function Pair({
  x,
  point,
}: {
  readonly x: number;
  readonly point: ComparedPoint;
}) {
  const { first, second, verdict } = point;
  const [from, to] = [valueOf(first), valueOf(second)];
  const isClear = verdict.kind === "clear";
  return (
    <g>
      {from !== null && to !== null ? (
        <line
          x1={x - APART}
          x2={x + APART}
          y1={levelY(from, FRAME)}
          y2={levelY(to, FRAME)}
          strokeWidth={isClear ? 4 : 1.5}
          strokeDasharray={isClear ? undefined : "3 3"}
          className="stroke-ink-3 forced-colors:stroke-[CanvasText]"
        />
      ) : null}
      <Reading x={x - APART} point={first} />
      <Reading x={x + APART} point={second} isSecond />
    </g>
  );
}

interface ReadingProps {
  readonly x: number;
  readonly point: CurvePoint | null;
  readonly isSecond?: boolean;
}

function Reading({ x, point, isSecond = false }: ReadingProps) {
  const value = valueOf(point);
  if (value === null) return null;
  const interval = point?.evidence?.interval;
  const y = (level: number) => levelY(level, FRAME);
  return (
    <>
      {interval ? (
        <path
          d={`M${x - 4},${y(interval.high)}h8M${x},${y(interval.high)}V${y(interval.low)}M${x - 4},${y(interval.low)}h8`}
          fill="none"
          strokeWidth="1.5"
          className="stroke-ink-2 forced-colors:stroke-[CanvasText]"
        />
      ) : null}
      <Mark {...{ x, isSecond }} y={y(value)} isHollow={!point?.evidence} />
    </>
  );
}

interface MarkProps {
  readonly x: number;
  readonly y: number;
  readonly isSecond: boolean;
  readonly isHollow: boolean;
}

function Mark({ x, y, isSecond, isHollow }: MarkProps) {
  const tone = isSecond ? "stroke-accent" : "stroke-ink";
  const fill = isSecond ? "fill-accent" : "fill-ink";
  const look = {
    strokeWidth: 2,
    className: `${tone} ${isHollow ? "fill-surface" : fill} forced-colors:stroke-[CanvasText]`,
  };
  return isSecond ? (
    <rect x={x - 6} y={y - 6} width={12} height={12} {...look} />
  ) : (
    <circle cx={x} cy={y} r={7} {...look} />
  );
}

function Legend({
  name,
  isSecond = false,
}: {
  readonly name: string;
  readonly isSecond?: boolean;
}) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <svg aria-hidden="true" width="18" height="18" className="shrink-0">
        <Mark x={9} y={9} isSecond={isSecond} isHollow={false} />
      </svg>
      <span className="min-w-0 hyphens-auto">{name}</span>
    </span>
  );
}
