"use client";

import { History } from "lucide-react";
import type { HTMLAttributes } from "react";
import { cx } from "@/components/ui/cx";
import type { Emotion } from "@/lib/journey/vocabulary";
import { nearestLevel, type EvidenceReading } from "@/lib/insight/evidence";
import { levelY, type CurveFrame } from "@/lib/layout/curve";
import type { EmotionColumn } from "./emotion-columns";
import type { EmotionLaneProps } from "./emotion-lane";
import { EmotionMarks, marksOf } from "./emotion-marks";
import { EmotionPoint, OpenSlot } from "./emotion-point";
import { PointFace } from "./point-face";
import { useAssumedNote } from "./assumed-note";
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
  const found = line.grounded.get(touchpointId) ?? null;
  const own = found ? besideEvidence(place, value, frame) : place;
  const label =
    lines.length > 1 ? `${column.title}, ${persona.name}` : column.title;
  return (
    <>
      {found ? <EvidencePoint {...place} {...{ line, found }} /> : null}
      {onSet ? (
        <EmotionPoint
          {...own}
          {...{ label, value, frame, found }}
          personaId={persona.id}
          shape={line.style.shape}
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
        <StillPoint {...own} {...{ label, value, line, found }} />
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

/** So far left of what evidence says stands what the team says, in pixels; both stay in sight where they agree. */
const BESIDE = 17;

function besideEvidence(
  { x, y }: { readonly x: number; readonly y: number },
  own: Emotion | null,
  frame: CurveFrame,
) {
  return { x: x - BESIDE, y: own === null ? y : levelY(own, frame) };
}

interface EvidencePointProps {
  readonly x: number;
  readonly y: number;
  readonly line: EmotionLine;
  readonly found: EvidenceReading;
}

/** What evidence says, drawn full on the curve. What it says in words belongs to the point beside it. */
function EvidencePoint({ x, y, line, found }: EvidencePointProps) {
  return (
    <span
      aria-hidden="true"
      data-evidence={found.isStale ? "old" : found.kind}
      style={{ left: x, top: y }}
      className="pointer-events-none absolute z-1 -mt-3 -ml-3 block size-6 transition-[top] duration-150 ease-out"
    >
      <PointFace
        shape={line.style.shape}
        value={nearestLevel(found.mean)}
        isHollow={false}
      />
      {found.isStale ? (
        <History className="absolute -right-1.5 -bottom-1 size-3 rounded-full bg-surface text-ink" />
      ) : null}
    </span>
  );
}

interface StillPointProps {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly value: Emotion | null;
  readonly line: EmotionLine;
  readonly found: EvidenceReading | null;
}

/** A point that is only looked at. */
function StillPoint(props: StillPointProps) {
  const { x, y, label, value, line, found } = props;
  const words = usePointWords();
  const { describedBy, note } = useAssumedNote(value, found);
  return (
    <span
      role="img"
      aria-label={`${label}: ${words(value, found)}`}
      aria-describedby={describedBy}
      style={{ left: x, top: y }}
      className={cx(
        "absolute z-1 -mt-3 -ml-3 block size-6",
        found && "*:scale-70",
      )}
    >
      {note}
      {value === null && found ? null : value === null ? (
        <OpenSlot shape={line.style.shape} />
      ) : (
        <PointFace shape={line.style.shape} value={value} isHollow />
      )}
    </span>
  );
}
