import {
  feltValue,
  type EvidenceOf,
  type EvidenceReading,
} from "@/lib/insight/evidence";
import { peakLowEnd, type PeakEnd } from "@/lib/insight/peak-end";
import type { PersonaId, TouchpointId } from "@/lib/journey/ids";
import type { Emotion } from "@/lib/journey/vocabulary";
import { layoutBand, type Band } from "@/lib/layout/band";
import {
  layoutCurve,
  type CurveFrame,
  type CurveShape,
} from "@/lib/layout/curve";
import type { EmotionColumn } from "./emotion-columns";
import { lineStyle, type LineStyle } from "./persona-style";

export interface EmotionPersona {
  readonly id: PersonaId;
  readonly name: string;
  readonly colour: string;
}

export interface EmotionCurve {
  readonly personaId: PersonaId;
  readonly points: readonly {
    readonly touchpointId: TouchpointId;
    readonly value: Emotion | null;
  }[];
}

/** A value that is being dragged and not written yet. */
export interface EmotionDraft {
  readonly touchpointId: TouchpointId;
  readonly personaId: PersonaId;
  readonly value: Emotion;
}

/** What a colleague is dragging, not written yet either. */
export interface EmotionPreview extends EmotionDraft {
  readonly who: {
    readonly id: string;
    readonly name: string;
    readonly colour: string;
  };
}

/** One persona's curve, placed. */
export interface EmotionLine {
  readonly persona: EmotionPersona;
  readonly style: LineStyle;
  readonly curve: CurveShape<TouchpointId>;
  /** What the team says, which the curve shows where there is not enough evidence. */
  readonly values: ReadonlyMap<TouchpointId, Emotion | null>;
  readonly marks: PeakEnd<TouchpointId>;
  /** What the curve rests on at the points behind which stands more than somebody's word. */
  readonly grounded: ReadonlyMap<TouchpointId, EvidenceReading>;
  /** Between which values the truth lies, where evidence says so. */
  readonly band: Band;
}

export interface LinesInput {
  readonly personas: readonly EmotionPersona[];
  readonly hidden: ReadonlySet<PersonaId>;
  readonly curves: readonly EmotionCurve[];
  readonly columns: readonly EmotionColumn[];
  readonly frame: CurveFrame;
  readonly draft: EmotionDraft | null;
  readonly evidence: EvidenceOf;
}

/** Room between the faces of two personas at one touchpoint, in pixels. */
const SLOT = 28;

/** Places the curves of all shown personas; at one touchpoint they stand side by side. */
export function placeLines(input: LinesInput): EmotionLine[] {
  const shown = input.personas.filter(({ id }) => !input.hidden.has(id));
  return shown.map((persona, at) => {
    const values = valuesOf(input, persona.id);
    const found = (key: TouchpointId) => input.evidence(key, persona.id);
    const points = input.columns.map(({ touchpointId: key, ...column }) => ({
      key,
      x: slotX(column, at, shown.length),
      value: feltValue(values.get(key) ?? null, found(key)),
    }));
    const intervals = points.map(({ key, x }) => ({
      x,
      interval: found(key)?.interval ?? null,
    }));
    return {
      persona,
      grounded: new Map(
        points.flatMap(({ key }) => {
          const reading = found(key);
          return reading ? [[key, reading] as const] : [];
        }),
      ),
      band: layoutBand(intervals, input.frame),
      style: lineStyle(input.personas.indexOf(persona)),
      curve: layoutCurve(points, input.frame),
      values,
      // Of the whole way, also where only a part of it is drawn.
      marks: peakLowEnd(
        [...values].map(([key, value]) => ({
          key,
          value: feltValue(value, found(key)),
        })),
      ),
    };
  });
}

function valuesOf(
  input: LinesInput,
  personaId: PersonaId,
): Map<TouchpointId, Emotion | null> {
  const curve = input.curves.find(
    (candidate) => candidate.personaId === personaId,
  );
  const values = new Map(
    curve?.points.map(({ touchpointId, value }) => [touchpointId, value]),
  );
  const { draft } = input;
  if (draft?.personaId === personaId)
    values.set(draft.touchpointId, draft.value);
  return values;
}

type Slot = Pick<EmotionColumn, "folded" | "centre" | "width">;

function slotX(column: Slot, at: number, count: number): number {
  if (column.folded) return column.centre;
  const step = Math.min(SLOT, column.width / (count + 1));
  return column.centre + (at - (count - 1) / 2) * step;
}
