export type EmotionValue = -2 | -1 | 0 | 1 | 2;

const keys = {
  "-2": "m2",
  "-1": "m1",
  "0": "0",
  "1": "p1",
  "2": "p2",
} as const;
export type EmotionKey = (typeof keys)[keyof typeof keys] | "none";

/** The last part of the token, class and message names of a feeling: `common.emotion.m2`, `--emotion-m2`. */
export function emotionKey(value: EmotionValue | null): EmotionKey {
  return value === null ? "none" : keys[`${value}`];
}
