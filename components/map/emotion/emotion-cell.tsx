"use client";

import type { HTMLAttributes } from "react";
import type { Emotion } from "@/lib/journey/vocabulary";
import type { CurveFrame } from "@/lib/layout/curve";
import type { EmotionColumn } from "./emotion-columns";
import type { EmotionLaneProps } from "./emotion-lane";
import { EmotionMarks, marksOf } from "./emotion-marks";
import { EmotionPoint, OpenSlot } from "./emotion-point";
import { PointFace } from "./point-face";
import { usePointWords } from "./point-words";
import type { EmotionDraft, EmotionLine, EmotionPreview } from "./lines";
import { PreviewPoint } from "./preview-point";

interface EmotionCellProps {
  readonly column: EmotionColumn;
  readonly lines: readonly EmotionLine[];
  readonly frame: CurveFrame;
  readonly attributes: HTMLAttributes<HTMLDivElement> | undefined;
  readonly isTabStop: boolean;
  readonly previews: readonly EmotionPreview[];
  readonly onDraft: (draft: EmotionDraft | null) => void;
  readonly onSet: EmotionLaneProps["onSet"];
}

/** What is felt at one touchpoint: a point for each shown persona. */
export function EmotionCell(props: EmotionCellProps) {
  const { column, lines, frame, attributes, onSet } = props;
  return (
    <div
      {...attributes}
      className="absolute inset-y-0 border-l border-line/60 first-of-type:border-l-0"
      style={{ left: column.x, width: column.width }}
    >
      {column.folded
        ? null
        : lines.map((line) => (
            <LinePoint
              key={line.persona.id}
              {...{ ...props, line, frame, onSet }}
            />
          ))}
    </div>
  );
}

function LinePoint(props: EmotionCellProps & { readonly line: EmotionLine }) {
  const { column, line, lines, frame, onSet, onDraft } = props;
  const { touchpointId } = column;
  const persona = line.persona;
  const point =
    line.curve.points.find(({ key }) => key === touchpointId) ??
    line.curve.open.find(({ key }) => key === touchpointId);
  if (!point) return null;
  const value = line.values.get(touchpointId) ?? null;
  const place = { x: point.x - column.x, y: point.y };
  const isHollow = !line.grounded.has(touchpointId);
  const label =
    lines.length > 1 ? `${column.title}, ${persona.name}` : column.title;
  return (
    <>
      {onSet ? (
        <EmotionPoint
          {...place}
          {...{ label, value, frame }}
          personaId={persona.id}
          shape={line.style.shape}
          isHollow={isHollow}
          tabIndex={props.isTabStop ? 0 : -1}
          onPreview={(next) =>
            onDraft(
              next === null
                ? null
                : { touchpointId, personaId: persona.id, value: next },
            )
          }
          onSet={(next) => {
            onDraft(null);
            onSet(touchpointId, persona.id, next);
          }}
        />
      ) : (
        <StillPoint {...place} {...{ label, value, line, isHollow }} />
      )}
      {props.previews
        .filter(
          (preview) =>
            preview.touchpointId === touchpointId &&
            preview.personaId === persona.id,
        )
        .map((preview) => (
          <PreviewPoint
            key={preview.who.id}
            {...{ preview, frame }}
            x={place.x}
            shape={line.style.shape}
          />
        ))}
      <EmotionMarks
        {...place}
        marks={marksOf(line, touchpointId)}
        isBrief={lines.length > 1}
      />
    </>
  );
}

interface StillPointProps {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly value: Emotion | null;
  readonly line: EmotionLine;
  readonly isHollow: boolean;
}

/** A point that is only looked at. */
function StillPoint(props: StillPointProps) {
  const { x, y, label, value, line, isHollow } = props;
  const words = usePointWords();
  return (
    <span
      role="img"
      aria-label={`${label}: ${words(value, isHollow)}`}
      style={{ left: x, top: y }}
      className="absolute z-1 -mt-3 -ml-3 block size-6"
    >
      {value === null ? (
        <OpenSlot shape={line.style.shape} />
      ) : (
        <PointFace shape={line.style.shape} {...{ value, isHollow }} />
      )}
    </span>
  );
}
