import type { ListedTemplate } from "./types";

const width = 240;
const height = 104;
const gap = 4;
const shownLanes = 7;

/** What a template lays out: its stages above, its lanes below; decoration beside its name. */
export function TemplatePicture({ template }: { template: ListedTemplate }) {
  const { stages, lanes } = template;
  const stageWidth =
    (width - 28 - gap * (stages.length - 1)) / Math.max(1, stages.length);
  const rows = lanes.slice(0, shownLanes);
  const rowHeight = Math.min(14, (height - 22) / Math.max(1, rows.length));
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      className="block w-full"
    >
      {stages.map((stage, index) => (
        <rect
          key={stage.title}
          data-colour={stage.colour ?? "grey"}
          x={28 + index * (stageWidth + gap)}
          width={stageWidth}
          height="14"
          rx="2"
          fill="var(--tint)"
          stroke="var(--edge)"
          strokeWidth="0.75"
        />
      ))}
      {rows.map((lane, row) => {
        const y = 20 + row * rowHeight;
        return (
          <g key={`${lane.title}-${row}`}>
            <rect
              x="0"
              y={y + 3}
              width="20"
              height={rowHeight - 6}
              rx="1.5"
              fill="var(--line-strong)"
            />
            <line
              x1="0"
              x2={width}
              y1={y + rowHeight}
              y2={y + rowHeight}
              stroke="var(--line)"
            />
            {lane.kind === "emotion" ? (
              <path
                d={`M28 ${y + rowHeight * 0.6} C 70 ${y - 4}, 90 ${y + rowHeight + 4}, 130 ${y + rowHeight * 0.5} S 200 ${y}, ${width} ${y + rowHeight * 0.4}`}
                fill="none"
                stroke="var(--emotion-p1)"
                strokeWidth="1.75"
              />
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
