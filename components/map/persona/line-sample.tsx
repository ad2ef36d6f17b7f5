import { FaceOutline } from "@/components/ui/emotion-face";
import { lineStyle } from "../emotion/persona-style";

interface LineSampleProps {
  readonly index: number;
  readonly colour: string;
}

/** How the curve of a persona is drawn: its dashes and the shape of its points. */
export function LineSample({ index, colour }: LineSampleProps) {
  const { shape, dash } = lineStyle(index);
  return (
    <svg
      aria-hidden="true"
      data-colour={colour}
      width="34"
      height="12"
      viewBox="0 0 34 12"
      className="shrink-0"
    >
      <path
        d="M1 6h32"
        className="stroke-(--tone) forced-colors:stroke-[CanvasText]"
        strokeWidth="2"
        strokeDasharray={dash}
      />
      <g transform="translate(11.5 .5) scale(.46)">
        <FaceOutline
          shape={shape}
          className="fill-(--tone) forced-colors:fill-[CanvasText]"
        />
      </g>
    </svg>
  );
}
