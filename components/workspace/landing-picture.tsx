import { EmotionFace } from "@/components/ui/emotion-face";
import { layoutPreview, PREVIEW } from "@/lib/layout/preview";

const sample = {
  stages: [
    { colour: "blue", touchpoints: 3 },
    { colour: "purple", touchpoints: 4 },
    { colour: "green", touchpoints: 3 },
    { colour: "yellow", touchpoints: 2 },
    { colour: "orange", touchpoints: 2 },
  ],
  curve: [0, 1, 1, 0, -1, -2, -1, 1, 2, 2, 1, 0, 1, 2] as const,
};

/** A map drawn as on the product's pages, without words; decoration. */
export function LandingPicture() {
  const { stages, curve } = layoutPreview(sample);
  const faces = curve.points.filter(
    (_, index) => index === 5 || index === 8 || index === 13,
  );
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
  return (
    <div
      aria-hidden="true"
      className="relative max-w-3xl rounded-lg border border-line bg-surface px-5 py-6 sm:px-8 sm:py-7"
    >
      <div className="relative">
        <svg
          viewBox={`0 0 ${PREVIEW.width} ${PREVIEW.height}`}
          className="block w-full"
        >
          <defs>
            <linearGradient
              id="landing-curve"
              gradientUnits="userSpaceOnUse"
              x1="0"
              x2="0"
              y1="0"
              y2={PREVIEW.height - PREVIEW.curveTop}
            >
              {["p2", "p1", "0", "m1", "m2"].map((level, index) => (
                <stop
                  key={level}
                  offset={index / 4}
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
                height="9"
                rx="1.2"
                fill="var(--tint)"
                stroke="var(--edge)"
                strokeWidth="0.35"
              />
              {stage.columns.map((column) => (
                <rect
                  key={column.x}
                  x={column.x + 0.6}
                  y="12"
                  width={column.width - 1.2}
                  height="7"
                  rx="0.9"
                  fill="var(--paper)"
                  stroke="var(--line-strong)"
                  strokeWidth="0.35"
                />
              ))}
            </g>
          ))}
          <g transform={`translate(0 ${PREVIEW.curveTop})`}>
            {[0.1, 0.3, 0.5, 0.7, 0.9].map((level) => (
              <line
                key={level}
                x2={PREVIEW.width}
                y1={(PREVIEW.height - PREVIEW.curveTop) * level}
                y2={(PREVIEW.height - PREVIEW.curveTop) * level}
                stroke="var(--line)"
                strokeWidth="0.3"
              />
            ))}
          </g>
          <path
            transform={`translate(0 ${PREVIEW.curveTop})`}
            d={curve.solid}
            fill="none"
            stroke="url(#landing-curve)"
            strokeWidth="1.1"
            strokeLinecap="round"
          />
        </svg>
        {faces.map((point) => (
          <span
            key={point.x}
            className="absolute -translate-x-1/2 -translate-y-1/2"
            style={{
              left: percent(point.x, PREVIEW.width),
              top: percent(point.y + PREVIEW.curveTop, PREVIEW.height),
            }}
          >
            <EmotionFace
              value={point.value === 2 ? 2 : point.value === -2 ? -2 : 1}
              className="size-5 sm:size-8"
            />
          </span>
        ))}
      </div>
    </div>
  );
}
