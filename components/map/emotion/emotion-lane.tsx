"use client";

import { useTranslations } from "next-intl";
import {
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
  type HTMLAttributes,
  type ReactNode,
} from "react";
import type { PersonaId, TouchpointId } from "@/lib/journey/ids";
import type { Emotion } from "@/lib/journey/vocabulary";
import { CurveDescription } from "./curve-description";
import { CurveLines } from "./curve-lines";
import { EmotionAxis } from "./emotion-axis";
import { EmotionBands } from "./emotion-bands";
import { EmotionCell } from "./emotion-cell";
import { EvidenceBands } from "./evidence-bands";
import { useEvidence } from "./evidence";
import type { EmotionColumn } from "./emotion-columns";
import {
  placeLines,
  type EmotionCurve,
  type EmotionDraft,
  type EmotionPersona,
  type EmotionPreview,
} from "./lines";
import { useSliderWalk } from "./use-slider-walk";

/** Tall enough for five faces with a name above and below. */
const EMOTION_LANE_HEIGHT = 176;
/** Room above the happiest and below the angriest level, for a face and its mark. */
export const EMOTION_LANE_PADDING = 32;

const NO_PREVIEWS: readonly EmotionPreview[] = [];

export interface EmotionLaneProps {
  readonly columns: readonly EmotionColumn[];
  readonly width: number;
  readonly height?: number;
  readonly personas: readonly EmotionPersona[];
  readonly hidden: ReadonlySet<PersonaId>;
  readonly curves: readonly EmotionCurve[];
  /** Absent: only to be looked at. */
  readonly onSet?: (
    touchpointId: TouchpointId,
    personaId: PersonaId,
    value: Emotion | null,
  ) => void;
  /** What colleagues are dragging right now. */
  readonly previews?: readonly EmotionPreview[];
  /** Each level that a point passes while it is dragged here; null when it is let go. */
  readonly onDraft?: (draft: EmotionDraft | null) => void;
  /** How much of the left side something covers that stays in view, in pixels. */
  readonly axisLeft?: number;
  /** Whether the names of the levels stand in the lane; true unless they stand beside it. */
  readonly hasAxis?: boolean;
  /** The element that tells the curve in words, where the page shows one; else the lane brings it unseen. */
  readonly wordsId?: string;
  /** Makes each column a cell of a grid; the grid then leads the focus. */
  readonly cell?: (
    touchpointId: TouchpointId,
  ) => HTMLAttributes<HTMLDivElement>;
}

/** The feelings of the personas over the columns of a map, as smooth curves through five levels. */
export function EmotionLane(props: EmotionLaneProps) {
  const {
    columns,
    width,
    height = EMOTION_LANE_HEIGHT,
    personas,
    hidden,
    curves,
    cell,
  } = props;
  const t = useTranslations("emotion");
  const ownWords = useId();
  const describedBy = props.wordsId ?? ownWords;
  const evidence = useEvidence();
  const [draft, setDraft] = useState<EmotionDraft | null>(null);
  const { onDraft } = props;
  const handleDraft = useCallback(
    (next: EmotionDraft | null) => {
      setDraft(next);
      onDraft?.(next);
    },
    [onDraft],
  );
  const frame = useMemo(
    () => ({ height, padding: EMOTION_LANE_PADDING }),
    [height],
  );
  const lines = useMemo(
    () =>
      placeLines({
        personas,
        hidden,
        curves,
        columns,
        frame,
        draft,
        evidence,
      }),
    [personas, hidden, curves, columns, frame, draft, evidence],
  );
  const root = useRef<HTMLDivElement>(null);
  const walk = useSliderWalk(root, cell ? "cell" : "lane");
  const own = cell
    ? {}
    : {
        role: "group",
        "aria-label": t("curve"),
        "aria-describedby": describedBy,
      };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys bubble up from the sliders inside
    <div
      ref={root}
      {...own}
      onKeyDown={walk}
      className="relative shrink-0"
      style={{ width, height }}
    >
      <Layer {...{ width, height }}>
        <EmotionBands
          width={width}
          frame={frame}
          only={lines.length === 1 ? (lines[0] ?? null) : null}
          reach={(columns[0]?.width ?? 0) / 2}
        />
        <EvidenceBands lines={lines} />
      </Layer>
      {props.hasAxis === false ? null : (
        <EmotionAxis frame={frame} left={props.axisLeft ?? 0} />
      )}
      {columns.map((column, index) => (
        <EmotionCell
          key={column.touchpointId}
          column={column}
          lines={lines}
          frame={frame}
          attributes={cell?.(column.touchpointId)}
          isTabStop={
            !cell && index === columns.findIndex(({ folded }) => !folded)
          }
          previews={props.previews ?? NO_PREVIEWS}
          onDraft={handleDraft}
          onSet={props.onSet}
        />
      ))}
      <Layer {...{ width, height }}>
        <CurveLines lines={lines} frame={frame} held={draft !== null} />
      </Layer>
      {cell || props.wordsId ? null : (
        <div id={describedBy} className="sr-only">
          <CurveDescription {...{ columns, personas, hidden, curves }} />
        </div>
      )}
    </div>
  );
}

interface LayerProps {
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}

/** Something drawn behind or above the cells, which lets every pointer through. */
function Layer({ width, height, children }: LayerProps) {
  return (
    <svg
      aria-hidden="true"
      width={width}
      height={height}
      className="pointer-events-none absolute inset-0 overflow-visible"
    >
      {children}
    </svg>
  );
}
