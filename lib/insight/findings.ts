import type { PersonaId, StageId, TouchpointId } from "../journey/ids";
import type { JourneyMap, Touchpoint } from "../journey/journey-map";
import {
  feltValue,
  noEvidence,
  type EvidenceOf,
  type EvidenceReading,
} from "./evidence";
import { funnelOf, type Funnel, type Loss } from "./funnel";

/** What a touchpoint can lack, in the order in which it is told. */
export const LACKS = [
  "owner",
  "channel",
  "message",
  "feeling",
  "evidence",
] as const;
export type Lack = (typeof LACKS)[number];

/** Why a low touchpoint may be low: what else the map says of it. */
export type WeakReason =
  | { readonly kind: "pains"; readonly count: number }
  | { readonly kind: "lost"; readonly loss: Loss }
  | { readonly kind: "messageDiffers" }
  | { readonly kind: "waits"; readonly responseTime: string }
  | { readonly kind: "noOwner" };

/** A touchpoint that somebody leaves unhappy. */
export interface WeakTouchpoint {
  readonly touchpointId: TouchpointId;
  readonly personaId: PersonaId;
  /** As the curve shows it, -2 to 2: evidence where there is enough, else the team's own reading. */
  readonly value: number;
  /** What evidence says there; null where the value is only assumed. */
  readonly found: EvidenceReading | null;
  /** Of all who begin, how many come here, 0 to 1; null where nobody knows who leaves. */
  readonly reach: number | null;
  /** Reach times how far the feeling lies below neutral, 0 to 2; a working figure of ours. */
  readonly painWeight: number | null;
  /**
   * Whether it is clearly lower than the next one of the list: whether their intervals lie apart. Null where one of
   * the two has none, and for the last.
   */
  readonly isApart: boolean | null;
  readonly reasons: readonly WeakReason[];
}

/** Where what people do and what they are said to feel do not go together. */
export interface Contradiction {
  readonly touchpointId: TouchpointId;
  /** "leave": they are said to be content and leave; "stay": they are unhappy and hardly anybody leaves. */
  readonly kind: "leave" | "stay";
  /** What was counted there, or what the team says. */
  readonly loss: Loss;
  /** The lowest of any persona, -2 to 2. */
  readonly value: number;
}

/** A step from one touchpoint to the next at which another is responsible. */
export interface HandOff {
  readonly from: TouchpointId;
  readonly to: TouchpointId;
  /** How far the feeling falls there, in levels; 0 where it does not or nobody knows. */
  readonly fall: number;
}

/** What a map tells about itself. Nothing here is invented: each is read off what the team has put down. */
export interface Findings {
  readonly touchpoints: number;
  /** The lowest first, of equals the one that more people come to. */
  readonly weakest: readonly WeakTouchpoint[];
  readonly emptyStages: readonly StageId[];
  readonly lacking: Readonly<Record<Lack, readonly TouchpointId[]>>;
  readonly contradictions: readonly Contradiction[];
  readonly handOffs: readonly HandOff[];
}

/** A share of people from which on their leaving is worth asking about; ours. */
const NOTABLE_LOSS = 0.2;
/** Up to which share hardly anybody leaves; ours. */
const HARDLY_ANY = 0.05;

/**
 * Reads off a map where it needs work (R17, R56), and what it does not say yet.
 *
 * @param funnel - who leaves where; without it, as the team says.
 */
export function findingsOf(
  map: JourneyMap,
  evidenceOf: EvidenceOf = noEvidence,
  funnel?: Funnel,
): Findings {
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);
  const flow = flowIn(funnel ?? funnelOf(touchpoints, null));
  const feel: Feel = ({ id, emotions }, personaId) =>
    feltValue(emotions[personaId] ?? null, evidenceOf(id, personaId));
  return {
    touchpoints: touchpoints.length,
    weakest: weakestOf(map, touchpoints, { feel, flow, evidenceOf }),
    emptyStages: map.stages
      .filter((stage) => stage.touchpoints.length === 0)
      .map(({ id }) => id),
    lacking: lackingOf(map.personas, touchpoints, { evidenceOf, feel }),
    contradictions: touchpoints.flatMap((one) =>
      contradictionOf(
        one.id,
        flow.lossAt(one.id),
        lowestOf(map.personas, one, feel),
      ),
    ),
    handOffs: handOffsOf(map.personas, touchpoints, feel),
  };
}

/** What a persona feels at a touchpoint, as the curve shows it; null where nobody knows. */
type Feel = (touchpoint: Touchpoint, personaId: PersonaId) => number | null;

/** Who comes to a touchpoint and who leaves it. */
interface Flow {
  readonly lossAt: (id: TouchpointId) => Loss | null;
  readonly reachOf: (id: TouchpointId) => number | null;
}

function flowIn({ steps, isKnown }: Funnel): Flow {
  const at = new Map(steps.map((step) => [step.touchpointId, step]));
  return {
    lossAt: (id) => at.get(id)?.loss ?? null,
    reachOf: (id) => (isKnown ? (at.get(id)?.before ?? null) : null),
  };
}

/** The lowest known feeling of any persona; null where nobody has said. */
function lowestOf(
  personas: readonly PersonaId[],
  touchpoint: Touchpoint,
  feel: Feel,
): number | null {
  const known = personas.flatMap((id) => feel(touchpoint, id) ?? []);
  return known.length === 0 ? null : Math.min(...known);
}

const responsibleOf = ({ owners }: Touchpoint): readonly string[] =>
  owners
    .filter(({ role }) => role === "responsible")
    .map(({ stakeholderId }) => stakeholderId);

interface Known {
  readonly feel: Feel;
  readonly flow: Flow;
  readonly evidenceOf: EvidenceOf;
}

type Weak = Omit<WeakTouchpoint, "isApart">;

function weakestOf(
  map: JourneyMap,
  touchpoints: readonly Touchpoint[],
  { feel, flow, evidenceOf }: Known,
): WeakTouchpoint[] {
  const lost = (id: TouchpointId) => flow.lossAt(id)?.share ?? 0;
  const pains = painsAt(map);
  const weak = touchpoints
    .flatMap((touchpoint) =>
      map.personas.flatMap((personaId): Weak[] => {
        const { id: touchpointId } = touchpoint;
        const value = feel(touchpoint, personaId);
        if (value === null || value >= 0) return [];
        const reach = flow.reachOf(touchpointId);
        const reasons = reasonsOf(touchpoint, {
          pains: pains.get(touchpointId) ?? 0,
          loss: flow.lossAt(touchpointId),
        });
        return [
          {
            touchpointId,
            personaId,
            value,
            reach,
            reasons,
            found: evidenceOf(touchpointId, personaId),
            painWeight: reach === null ? null : reach * -value,
          },
        ];
      }),
    )
    .toSorted(
      (one, other) =>
        one.value - other.value ||
        (other.reach ?? 0) - (one.reach ?? 0) ||
        lost(other.touchpointId) - lost(one.touchpointId),
    );
  return weak.map((one, at) => ({
    ...one,
    isApart: isApart(one, weak[at + 1]),
  }));
}

function isApart(one: Weak, next: Weak | undefined): boolean | null {
  const [lower, higher] = [one.found?.interval, next?.found?.interval];
  return lower && higher ? lower.high < higher.low : null;
}

/** How many pains stand at each column. */
function painsAt({ cells }: JourneyMap): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, columnId } of Object.values(cells).flat())
    if (kind === "pain" && columnId !== null)
      counts.set(columnId, (counts.get(columnId) ?? 0) + 1);
  return counts;
}

function reasonsOf(
  touchpoint: Touchpoint,
  { pains, loss }: { pains: number; loss: Loss | null },
): WeakReason[] {
  const { messageStatus, responseTime } = touchpoint;
  return [
    ...(pains > 0 ? [{ kind: "pains", count: pains } as const] : []),
    ...(loss && loss.share > 0 ? [{ kind: "lost", loss } as const] : []),
    ...(messageStatus === "differs"
      ? [{ kind: "messageDiffers" } as const]
      : []),
    ...(responseTime === null
      ? []
      : [{ kind: "waits", responseTime } as const]),
    ...(responsibleOf(touchpoint).length === 0
      ? [{ kind: "noOwner" } as const]
      : []),
  ];
}

function lackingOf(
  personas: readonly PersonaId[],
  touchpoints: readonly Touchpoint[],
  { evidenceOf, feel }: { evidenceOf: EvidenceOf; feel: Feel },
): Findings["lacking"] {
  const without = (lacks: (touchpoint: Touchpoint) => boolean) =>
    touchpoints.filter(lacks).map(({ id }) => id);
  const isAssumed = ({ id, emotions }: Touchpoint) =>
    personas.some(
      (personaId) =>
        emotions[personaId] !== undefined && evidenceOf(id, personaId) === null,
    );
  return {
    owner: without((touchpoint) => responsibleOf(touchpoint).length === 0),
    channel: without(({ channels }) => channels.length === 0),
    message: without(({ message }) => message.trim() === ""),
    feeling: without(
      (touchpoint) => lowestOf(personas, touchpoint, feel) === null,
    ),
    evidence: without(isAssumed),
  };
}

function contradictionOf(
  touchpointId: TouchpointId,
  loss: Loss | null,
  value: number | null,
): Contradiction[] {
  if (loss === null || value === null) return [];
  const { share, interval } = loss;
  // Of a few who were counted, the truth may well lie on the other side.
  const { low, high } = interval ?? { low: share, high: share };
  if (value >= 0 && share >= NOTABLE_LOSS && low > HARDLY_ANY)
    return [{ touchpointId, kind: "leave", loss, value }];
  if (value < 0 && share <= HARDLY_ANY && high < NOTABLE_LOSS)
    return [{ touchpointId, kind: "stay", loss, value }];
  return [];
}

/** Those with the deepest falls first; between touchpoints of nobody there is nothing to hand over. */
function handOffsOf(
  personas: readonly PersonaId[],
  touchpoints: readonly Touchpoint[],
  feel: Feel,
): HandOff[] {
  return touchpoints
    .slice(1)
    .flatMap((to, at): HandOff[] => {
      const from = touchpoints[at]!;
      const [before, after] = [responsibleOf(from), responsibleOf(to)];
      if (before.length === 0 || after.length === 0) return [];
      if (after.some((id) => before.includes(id))) return [];
      const falls = personas.map((id) => {
        const [one, next] = [feel(from, id), feel(to, id)];
        return one === null || next === null ? 0 : one - next;
      });
      return [{ from: from.id, to: to.id, fall: Math.max(0, ...falls) }];
    })
    .toSorted((one, other) => other.fall - one.fall);
}
