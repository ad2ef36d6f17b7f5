import { wordScaleOf } from "./answer-words";
import type { ImportMetric, ImportScale } from "./contract";
import type { ColumnLook } from "./look";

/** By which words a question tells what it measures, in English, Dutch, German and French. */
const asks = {
  nps: /recommend|aanbeve|aanrade|empfehl|recommand|(^|\W)nps($|\W)/,
  effort: /effort|moeite|aufwand|(^|\W)ces($|\W)/,
  ease: /\beas(y|ier|ily)\b|\bease\b|makkelijk|einfach|(^|\W)leicht|facile/,
  satisfaction:
    /satisf|tevreden|zufrieden|(^|\W)csat($|\W)|rating|beoordel|bewert|cijfer|(^|\W)scores?($|\W)|(^|\W)note($|\W)|happy|glücklich/,
} as const;

export interface ScaleFound {
  readonly scale: ImportScale;
  /** Whether the question itself says what it measures; else only its figures look like answers. */
  readonly isNamed: boolean;
  /** Whether a person has to look at its ends, beyond confirming them. */
  readonly isDoubtful: boolean;
}

/** A scale whose cells are numbers, where more is better. */
export const numbers = (
  metric: ImportMetric,
  low: number,
  high: number,
): ImportScale => ({
  metric,
  low,
  high,
  isHighBad: false,
  isShare: false,
  words: [],
});

/** The scale on which a column seems to be answered; null where it is none. */
export function answerScaleOf(look: ColumnLook): ScaleFound | null {
  const inWords = look.numbers ? null : wordScaleOf(look.words);
  if (inWords)
    return {
      scale: named(inWords, look.plain),
      isNamed: isQuestion(look.plain),
      isDoubtful: false,
    };
  if (!look.numbers?.isWhole || look.sampled === 0) return null;
  const { low, high } = look.numbers;
  if (low < 0 || high > 100) return null;
  const { plain } = look;
  if (asks.nps.test(plain)) return nps(low, high);
  if (asks.effort.test(plain)) return effort(low, high);
  if (asks.ease.test(plain)) return ease(low, high);
  if (asks.satisfaction.test(plain)) return satisfaction(low, high);
  return onlyFigures(look);
}

function isQuestion(plain: string): boolean {
  return Object.values(asks).some((words) => words.test(plain));
}

function named(scale: ImportScale, plain: string): ImportScale {
  if (scale.isShare || scale.high !== 5) return scale;
  if (asks.satisfaction.test(plain)) return { ...scale, metric: "csat" };
  return asks.ease.test(plain) || asks.effort.test(plain)
    ? { ...scale, metric: "ces" }
    : scale;
}

function nps(low: number, high: number): ScaleFound | null {
  if (high > 10) return null;
  const isNamed = true;
  // Answers from 1 to 5 make no Net Promoter Score, whatever the question is called.
  if (low >= 1 && high <= 5)
    return { scale: numbers("other", 1, 5), isNamed, isDoubtful: true };
  return { scale: numbers("nps", 0, 10), isNamed, isDoubtful: false };
}

function effort(low: number, high: number): ScaleFound | null {
  if (low < 1 || high > 7) return null;
  // The first version asks how much effort it was, so more is worse; later ones how far people agree that it was easy.
  const scale =
    high <= 5
      ? { ...numbers("ces", 1, 5), isHighBad: true }
      : numbers("ces", 1, 7);
  return { scale, isNamed: true, isDoubtful: true };
}

function ease(low: number, high: number): ScaleFound | null {
  if (low < 1 || high > 7) return low === 0 && high === 1 ? twoAnswers : null;
  return {
    scale: numbers("ces", 1, high <= 5 ? 5 : 7),
    isNamed: true,
    isDoubtful: high <= 5,
  };
}

/** Nought and one: no and yes to something good. */
export const twoAnswers: ScaleFound = {
  scale: { ...numbers("share", 0, 1), isShare: true },
  isNamed: true,
  isDoubtful: true,
};

function satisfaction(low: number, high: number): ScaleFound | null {
  const isNamed = true;
  if (low === 0 && high === 1) return twoAnswers;
  if (low >= 1 && high <= 5)
    return { scale: numbers("csat", 1, 5), isNamed, isDoubtful: false };
  if (low >= 1 && high <= 7)
    return { scale: numbers("csat", 1, 7), isNamed, isDoubtful: true };
  if (high <= 10)
    return {
      scale: numbers("mark", low >= 1 ? 1 : 0, 10),
      isNamed,
      isDoubtful: true,
    };
  return { scale: numbers("other", 0, 100), isNamed, isDoubtful: true };
}

/** Whole numbers that go up to the end of a usual scale, under a question that says nothing about what it measures. */
function onlyFigures({ numbers: found, words }: ColumnLook): ScaleFound | null {
  const high = found!.high;
  if (words.length < 3 || ![5, 7, 10].includes(high)) return null;
  const low = high === 10 && found!.low === 0 ? 0 : 1;
  if (found!.low < low) return null;
  return {
    scale: numbers("other", low, high),
    isNamed: false,
    isDoubtful: true,
  };
}

/** In one survey every question that goes up to ten begins where the one about recommending does. */
export function alike(
  own: ImportScale,
  all: readonly ImportScale[],
): ImportScale {
  const isTen =
    own.metric !== "nps" && own.high === 10 && own.words.length === 0;
  return isTen && all.some(({ metric }) => metric === "nps")
    ? { ...own, low: 0 }
    : own;
}
