import type { TemplatePlan } from "@/lib/api/templates";
import {
  layoutTemplate,
  TEMPLATE_PICTURE,
} from "@/lib/layout/template-picture";

const { width, height, stageHeight, touchpointTop, touchpointHeight } =
  TEMPLATE_PICTURE;

/** What a template lays out: its stages above, its lanes below; decoration beside its name. */
export function TemplatePicture({ plan }: { readonly plan: TemplatePlan }) {
  const { stages, rows } = layoutTemplate({
    stages: plan.stages.map(({ colour, touchpoints }) => ({
      colour,
      touchpoints: touchpoints.length,
    })),
    lanes: plan.lanes.map(({ kind }) => ({ isCurve: kind === "emotion" })),
  });
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      className="block w-full"
    >
      {stages.map((stage) => (
        <g key={stage.x} data-colour={stage.colour ?? "grey"}>
          <rect
            x={stage.x}
            width={stage.width}
            height={stageHeight}
            rx="2"
            fill="var(--tint)"
            stroke="var(--edge)"
            strokeWidth="0.75"
          />
          {stage.columns.map((column) => (
            <rect
              key={column.x}
              x={column.x + 1}
              y={touchpointTop}
              width={Math.max(1, column.width - 2)}
              height={touchpointHeight}
              rx="1.5"
              fill="var(--line-strong)"
            />
          ))}
        </g>
      ))}
      {rows.map(({ y, height: tall, curve }) => (
        <g key={y}>
          <rect
            y={y + tall / 3}
            width="20"
            height={tall / 3}
            rx="1.5"
            fill="var(--line-strong)"
          />
          <line x2={width} y1={y + tall} y2={y + tall} stroke="var(--line)" />
          {curve ? (
            <path
              d={curve}
              transform={`translate(0 ${y})`}
              fill="none"
              stroke="var(--emotion-p1)"
              strokeWidth="1.75"
            />
          ) : null}
        </g>
      ))}
    </svg>
  );
}
