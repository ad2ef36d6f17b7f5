import type { AnswerWord, ImportScale } from "./contract";

/** The words for each step of a scale, from the worst to the best. */
type Steps = readonly (readonly string[])[];

const five = (...steps: [string, string, string, string, string]): Steps =>
  steps.map((words) => words.split("|"));

const neutral = "neutral|neither|neither satisfied nor dissatisfied|okay|ok";

const goodAndBad: Steps = [
  ["bad", "bad with comment"],
  ["good", "good with comment"],
];

/**
 * Answers in words that surveys use, in English, Dutch, German and French. Their order is proposed, never taken for
 * granted. The shortest that has all words of a column counts.
 */
const scales: readonly Steps[] = [
  five(
    "very dissatisfied|extremely dissatisfied",
    "dissatisfied|somewhat dissatisfied",
    neutral,
    "satisfied|somewhat satisfied",
    "very satisfied|extremely satisfied",
  ),
  five("very bad", "bad", "okay|ok|neutral", "good", "very good"),
  five(
    "very poor|terrible",
    "poor",
    "fair|average",
    "good",
    "excellent|very good",
  ),
  five(
    "very unfavorably|very unfavourably",
    "somewhat unfavorably|somewhat unfavourably",
    "neither favorably nor unfavorably|neither favorably nor unfavorably (neutral)|neutral",
    "somewhat favorably|somewhat favourably",
    "very favorably|very favourably",
  ),
  five(
    "very difficult|extremely difficult",
    "difficult|somewhat difficult",
    "neutral|neither easy nor difficult",
    "easy|somewhat easy",
    "very easy|extremely easy",
  ),
  five(
    "strongly disagree",
    "disagree|somewhat disagree",
    "neutral|neither agree nor disagree",
    "agree|somewhat agree",
    "strongly agree",
  ),
  five(
    "very unlikely|extremely unlikely",
    "unlikely|somewhat unlikely",
    "neutral|neither likely nor unlikely",
    "likely|somewhat likely",
    "very likely|extremely likely",
  ),
  five(
    "very unimportant",
    "somewhat unimportant",
    "neither important nor unimportant|neither important nor unimportant (neutral)|neutral",
    "somewhat important",
    "very important",
  ),
  five("very angry", "angry", "neutral", "happy", "very happy"),
  five(
    "zeer ontevreden|heel ontevreden",
    "ontevreden",
    "neutraal|niet tevreden, niet ontevreden",
    "tevreden",
    "zeer tevreden|heel tevreden",
  ),
  five(
    "heel boos|zeer boos",
    "boos",
    "neutraal",
    "blij",
    "heel blij|zeer blij",
  ),
  five(
    "zeer slecht|heel slecht",
    "slecht",
    "matig|neutraal|redelijk",
    "goed",
    "zeer goed|heel goed",
  ),
  five(
    "zeer moeilijk|heel moeilijk",
    "moeilijk",
    "neutraal",
    "makkelijk|gemakkelijk",
    "zeer makkelijk|heel makkelijk|zeer gemakkelijk",
  ),
  five(
    "helemaal mee oneens|helemaal oneens",
    "mee oneens|oneens",
    "neutraal|niet mee eens, niet mee oneens",
    "mee eens|eens",
    "helemaal mee eens|helemaal eens",
  ),
  five(
    "sehr unzufrieden",
    "unzufrieden|eher unzufrieden",
    "neutral|teils, teils|teils/teils",
    "zufrieden|eher zufrieden",
    "sehr zufrieden",
  ),
  five(
    "sehr schlecht",
    "schlecht",
    "mittel|neutral|mittelmäßig",
    "gut",
    "sehr gut",
  ),
  five(
    "sehr schwierig|sehr schwer",
    "schwierig|schwer",
    "neutral|weder noch",
    "einfach|leicht",
    "sehr einfach|sehr leicht",
  ),
  five(
    "stimme gar nicht zu|stimme überhaupt nicht zu|trifft gar nicht zu",
    "stimme eher nicht zu|stimme nicht zu|trifft eher nicht zu",
    "neutral|teils, teils|teils/teils|weder noch",
    "stimme eher zu|stimme zu|trifft eher zu",
    "stimme voll zu|stimme voll und ganz zu|trifft voll zu",
  ),
  five(
    "très insatisfait|très insatisfaite",
    "insatisfait|insatisfaite|plutôt insatisfait|plutôt insatisfaite",
    "neutre|ni satisfait ni insatisfait",
    "satisfait|satisfaite|plutôt satisfait|plutôt satisfaite",
    "très satisfait|très satisfaite",
  ),
  five("très mauvais", "mauvais", "moyen|neutre", "bon", "très bon"),
  five("très difficile", "difficile", "neutre", "facile", "très facile"),
  five(
    "pas du tout d'accord",
    "plutôt pas d'accord|pas d'accord",
    "neutre|ni d'accord ni pas d'accord",
    "plutôt d'accord|d'accord",
    "tout à fait d'accord",
  ),
  five("😡|😠", "🙁|☹️|😞", "😐", "🙂|😊", "😍|😀|😁"),
  [["not at all"], ["not much"], ["some"], ["a lot"]],
  [["bad"], ["okay", "ok"], ["great"]],
  goodAndBad,
  [["👎"], ["👍"]],
].sort((a, b) => a.length - b.length);

/** What stands where somebody was asked and gave no answer. */
const noAnswers = new Set([
  "unfamiliar",
  "unfamiliar (n/a)",
  "don't know",
  "i don't know",
  "not sure",
  "not applicable",
  "offered",
  "not offered",
  "unoffered",
  "weet niet",
  "weet ik niet",
  "geen mening",
  "niet van toepassing",
  "weiß nicht",
  "weiss nicht",
  "keine angabe",
  "keine meinung",
  "ne sait pas",
  "je ne sais pas",
  "sans opinion",
  "non concerné",
]);

const MOST_WORDS = 20;

/** How words are compared: without regard to capitals, spaces at the ends, and which apostrophe it is. */
export function plainWord(word: string): string {
  return word.trim().toLowerCase().replaceAll("’", "'");
}

/**
 * The scale that a column of words was answered on.
 *
 * @param words - the different cells in which something stands.
 * @returns null where not all of them belong to one scale, or only one of its steps was ever chosen.
 */
export function wordScaleOf(words: readonly string[]): ImportScale | null {
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  const asked = words.filter((word) => !noAnswers.has(plainWord(word)));
  for (const steps of scales) {
    const found = asked.map((word) => stepOf(word, steps));
    if (found.includes(-1) || new Set(found).size < 2) continue;
    return scaleOf(words, steps);
  }
  return null;
}

/** The two answers of a support tool, whatever few of them a file has. */
export function goodOrBad(words: readonly string[]): ImportScale {
  const known = words.filter(
    (word) => stepOf(word, goodAndBad) >= 0 || noAnswers.has(plainWord(word)),
  );
  return scaleOf(known, goodAndBad);
}

function stepOf(word: string, steps: Steps): number {
  const plain = plainWord(word);
  return steps.findIndex((step) => step.includes(plain));
}

function scaleOf(words: readonly string[], steps: Steps): ImportScale {
  const isShare = steps.length === 2;
  const low = isShare ? 0 : 1;
  const own = steps.flatMap((step, at): AnswerWord[] => {
    const used = words.filter((word) => stepOf(word, steps) === at);
    // A step that nobody chose has a place on the scale all the same.
    return (used.length > 0 ? used : step.slice(0, 1)).map((word) => ({
      word,
      value: low + at,
    }));
  });
  const none = words
    .filter((word) => noAnswers.has(plainWord(word)))
    .map((word) => ({ word, value: null }));
  return {
    metric: isShare ? "share" : "other",
    low,
    high: low + steps.length - 1,
    isHighBad: false,
    isShare,
    words: [...own, ...none],
  };
}
