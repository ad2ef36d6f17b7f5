import { useId } from "react";
import type { JourneyPreview as PreviewData } from "@/lib/api/journeys";
import { layoutPreview, PREVIEW } from "@/lib/layout/preview";

const levels = ["p2", "p1", "0", "m1", "m2"] as const;

interface JourneyPreviewProps {
  preview: PreviewData;
  /** What the picture shows, for those who do not see it. */
  label: string;
}

/** A small picture of a map: its stages, its touchpoints and the emotion curve through them. */
export function JourneyPreview({ preview, label }: JourneyPreviewProps) {
  const id = useId();
  const { stages, curve } = layoutPreview(preview);
  const curveHeight = PREVIEW.height - PREVIEW.curveTop;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${PREVIEW.width} ${PREVIEW.height}`}
      className="block w-full"
    >
      <defs>
        <linearGradient
          id={id}
          gradientUnits="userSpaceOnUse"
          x1="0"
          x2="0"
          y1="0"
          y2={curveHeight}
        >
          {levels.map((level, index) => (
            <stop
              key={level}
              offset={index / (levels.length - 1)}
              stopColor={`var(--emotion-${level})`}
            />
          ))}
        </linearGradient>
      </defs>
      {stages.map((stage) => (
        <g key={stage.x} data-colour={stage.colour ?? "grey"}>
          <rect
            x={stage.x}
            width={stage.width}
            height={PREVIEW.stageHeight}
            rx="2"
            fill="var(--tint)"
            stroke="var(--edge)"
            strokeWidth="0.75"
          />
          {stage.columns.map((column) => (
            <rect
              key={column.x}
              x={column.x + 1}
              y={PREVIEW.touchpointTop}
              width={Math.max(1, column.width - 2)}
              height={PREVIEW.touchpointHeight}
              rx="1.5"
              fill="var(--line-strong)"
            />
          ))}
        </g>
      ))}
      <g
        transform={`translate(0 ${PREVIEW.curveTop})`}
        fill="none"
        strokeLinecap="round"
      >
        <line
          x2={PREVIEW.width}
          y1={curveHeight / 2}
          y2={curveHeight / 2}
          stroke="var(--line)"
        />
        <path
          d={curve.dashed}
          stroke="var(--ink-3)"
          strokeDasharray="1 4"
          strokeWidth="1.5"
        />
        <path d={curve.solid} stroke={`url(#${id})`} strokeWidth="2.25" />
        {curve.points.map((point) => (
          <circle
            key={point.x}
            cx={point.x}
            cy={point.y}
            r="2.5"
            data-proven={point.isProven || undefined}
            fill={point.isProven ? `url(#${id})` : "var(--surface)"}
            stroke={`url(#${id})`}
            strokeWidth="1.75"
          />
        ))}
      </g>
    </svg>
  );
}
