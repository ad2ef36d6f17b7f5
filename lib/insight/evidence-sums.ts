import { cutTo, type Interval } from "../metrics/interval";
import { meanFrom } from "../metrics/mean";
import { proportionOf } from "../metrics/proportion";
import { levels, rescale, type Scale } from "../metrics/scale";
import type { EvidenceReading } from "./evidence";
import { isStale, type Ageing } from "./staleness";

/** One piece of evidence, as far as it is arithmetic. */
export interface EvidencePiece {
  readonly kind: "hard" | "soft";
  /** A figure that says how people feel, on its own scale; null for words and for figures about something else. */
  readonly value: number | null;
  readonly scale: Scale | null;
  /** Whether the value is the share of all who said the good one of two answers. */
  readonly isShare: boolean;
  /** Standard deviation on the scale of the value, where the source tells it. */
  readonly sd: number | null;
  /** How many people or cases; null where the source does not tell. */
  readonly n: number | null;
  /** The day that it is about or was found on, ISO 8601. */
  readonly heldOn: string;
  /** Whether it sums up the answers to a pulse; then n is how many there are. */
  readonly isPulse?: boolean;
}

/**
 * Pieces summed up, so that a database can do it for a whole map. Values are on the five levels, 1 to 5. Sums of
 * sums are sums: adding two groups gives the same as summing their pieces.
 */
export interface EvidenceSums {
  readonly hard: number;
  readonly soft: number;
  /** Pieces with a value, and which of them were measured, are shares, were measured without saying on how many. */
  readonly valued: number;
  readonly valuedHard: number;
  readonly shares: number;
  readonly uncounted: number;
  /** Of the pieces with a value: n, n times the value, n times its square. */
  readonly weight: number;
  readonly total: number;
  readonly squares: number;
  /** Squares of deviations within the pieces; null where one of them does not tell how far its answers lie apart. */
  readonly within: number | null;
  /** The newest day of a piece with a value. */
  readonly newest: string | null;
  /** Answers to pulses, and those of them of which there are enough for a score. */
  readonly answers: number;
  readonly scored: number;
}

/** Two people agree by chance, or sit at one desk; from three voices on, none of them decides the mean alone. */
export const ENOUGH_VOICES = 3;

export const nothingSummed: EvidenceSums = {
  hard: 0,
  soft: 0,
  valued: 0,
  valuedHard: 0,
  shares: 0,
  uncounted: 0,
  weight: 0,
  total: 0,
  squares: 0,
  within: 0,
  newest: null,
  answers: 0,
  scored: 0,
};

/** The sums of two groups of pieces together. */
export function addSums(a: EvidenceSums, b: EvidenceSums): EvidenceSums {
  const newest = [a.newest, b.newest].filter((day) => day !== null);
  return {
    hard: a.hard + b.hard,
    soft: a.soft + b.soft,
    valued: a.valued + b.valued,
    valuedHard: a.valuedHard + b.valuedHard,
    shares: a.shares + b.shares,
    uncounted: a.uncounted + b.uncounted,
    weight: a.weight + b.weight,
    total: a.total + b.total,
    squares: a.squares + b.squares,
    within: a.within === null || b.within === null ? null : a.within + b.within,
    newest: newest.sort().at(-1) ?? null,
    answers: a.answers + b.answers,
    scored: a.scored + b.scored,
  };
}

/** Sums pieces up, as the database does. */
export function sumPieces(pieces: readonly EvidencePiece[]): EvidenceSums {
  return pieces.map(sumOne).reduce(addSums, nothingSummed);
}

function sumOne(piece: EvidencePiece): EvidenceSums {
  const { kind, value, scale, isShare, n, heldOn } = piece;
  const isHard = kind === "hard";
  const answers = piece.isPulse ? (n ?? 0) : 0;
  const counts = { hard: Number(isHard), soft: Number(!isHard), answers };
  if (value === null || scale === null) return { ...nothingSummed, ...counts };
  const level = rescale(value, scale);
  const weight = n ?? 1;
  return {
    ...counts,
    valued: 1,
    valuedHard: Number(isHard),
    shares: Number(isShare),
    uncounted: Number(isHard && n === null),
    weight,
    total: weight * level,
    squares: weight * level ** 2,
    within: withinOne(piece, level),
    newest: heldOn,
    scored: answers,
  };
}

function withinOne(piece: EvidencePiece, level: number): number | null {
  const { kind, scale, isShare, sd, n } = piece;
  if (n === null && kind === "hard") return null;
  const voices = n ?? 1;
  const span = levels.high - levels.low;
  if (isShare) {
    const share = (level - levels.low) / span;
    return voices * share * (1 - share) * span ** 2;
  }
  if (voices === 1) return 0;
  if (sd === null || scale === null) return null;
  return (voices - 1) * ((sd * span) / (scale.high - scale.low)) ** 2;
}

/**
 * Whether the pieces carry a curve: three voices in all, or a measurement that does not say on how many, for that
 * counts everybody who came by. It holds for what people type in and import; answers to a pulse have a limit of
 * their own, which is about whom an answer could be traced to.
 */
export function isEnough({ uncounted, weight, valued }: EvidenceSums): boolean {
  return valued > 0 && (uncounted > 0 || weight >= ENOUGH_VOICES);
}

/**
 * What pieces say together: their mean weighted by n, and its interval where every piece tells how far its answers
 * lie apart; shares alone by Wilson 1927, everything else as one sample by Student's t.
 *
 * @returns null where they are not enough.
 */
export function readSums(
  sums: EvidenceSums,
  ageing: Ageing,
): EvidenceReading | null {
  const { newest, weight, total, valued, valuedHard } = sums;
  if (!isEnough(sums) || newest === null) return null;
  const interval = intervalOf(sums);
  return {
    kind: valuedHard > 0 ? "hard" : "soft",
    mean: toEmotion(total / weight),
    n: weight,
    pieces: valued,
    answers: sums.scored,
    interval: interval && {
      low: toEmotion(interval.low),
      high: toEmotion(interval.high),
    },
    newest,
    isStale: isStale(newest, ageing),
  };
}

/** Levels are 1 to 5 where answers are counted, and -2 to 2 on a map. */
function toEmotion(level: number): number {
  return level - (levels.low + levels.high) / 2;
}

function intervalOf(sums: EvidenceSums): Interval | null {
  const { weight, total, squares, within, shares, valued } = sums;
  if (within === null || weight < 2) return null;
  const mean = total / weight;
  const span = levels.high - levels.low;
  if (shares === valued) {
    const share = (mean - levels.low) / span;
    const found = proportionOf(share * weight, weight)?.interval;
    return found
      ? {
          low: levels.low + span * found.low,
          high: levels.low + span * found.high,
        }
      : null;
  }
  const between = Math.max(0, squares - weight * mean ** 2);
  const sd = Math.sqrt((within + between) / (weight - 1));
  // Where all say the same, the formula knows no doubt; a few who agree are no proof of that.
  if (sd < 1e-6) return null;
  const { interval } = meanFrom({ n: weight, mean, sd });
  return interval && cutTo(interval, levels);
}
