import { useTranslations } from "next-intl";
import {
  layoutPreview,
  PREVIEW,
  type PreviewInput,
} from "@/lib/layout/preview";

interface JourneyPreviewProps {
  readonly preview: PreviewInput;
  readonly className?: string;
}

/** A small picture of a journey: its stages, their touchpoints and how it feels. */
export function JourneyPreview({ preview, className }: JourneyPreviewProps) {
  const t = useTranslations("touchpoint");
  const { stages, curve } = layoutPreview(preview);
  const touchpoints = stages.reduce(
    (sum, { columns }) => sum + columns.length,
    0,
  );
  return (
    <svg
      role="img"
      aria-label={t("preview", { stages: stages.length, touchpoints })}
      viewBox={`0 0 ${PREVIEW.width} ${PREVIEW.height}`}
      className={className}
    >
      {stages.map(({ x, width, colour, columns }, index) => (
        <g key={index} data-colour={colour ?? "grey"}>
          <rect
            x={x}
            width={width}
            height={PREVIEW.stageHeight}
            rx="3"
            className="fill-(--tint) stroke-(--edge)"
            strokeWidth="1"
          />
          {columns.map((column) => (
            <rect
              key={column.x}
              x={column.x + 1}
              y={PREVIEW.touchpointTop}
              width={Math.max(1, column.width - 2)}
              height={PREVIEW.touchpointHeight}
              rx="1.5"
              className="fill-line-strong"
            />
          ))}
        </g>
      ))}
      <g
        transform={`translate(0 ${PREVIEW.curveTop})`}
        fill="none"
        strokeLinecap="round"
      >
        <path d={curve.solid} className="stroke-ink-3" strokeWidth="1.75" />
        <path
          d={curve.dashed}
          className="stroke-ink-3"
          strokeWidth="1.25"
          strokeDasharray="1 4"
        />
        {curve.points.map(({ x, y, value }) => (
          <circle
            key={x}
            cx={x}
            cy={y}
            r="3.25"
            data-emotion={value}
            className="fill-(--feeling) stroke-surface"
            strokeWidth="1"
          />
        ))}
      </g>
    </svg>
  );
}
