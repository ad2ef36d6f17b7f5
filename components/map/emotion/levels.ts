import { useTranslations } from "next-intl";
import { createContext, useContext } from "react";
import { emotionKey } from "@/components/ui/emotion";
import type { Emotion } from "@/lib/journey/vocabulary";

/** Top to bottom, as they stand on the map. */
export const LEVELS: readonly Emotion[] = [2, 1, 0, -1, -2];

export type LevelName = (value: Emotion | null) => string;

/** Other words for the five levels, where a drawing is about something else than anger and joy. */
export const LevelWords = createContext<LevelName | null>(null);

/** The name of a level, or of having none yet, in the language of the page. */
export function useLevelName(): LevelName {
  const t = useTranslations("common");
  const others = useContext(LevelWords);
  return others ?? ((value) => t(`emotion.${emotionKey(value)}`));
}

/** What a key sets: 1 to 5 a level, Delete or Backspace none (null); undefined for every other key. */
export function emotionForKey(key: string): Emotion | null | undefined {
  if (key === "Delete" || key === "Backspace") return null;
  const at = ["1", "2", "3", "4", "5"].indexOf(key);
  return at < 0 ? undefined : ((at - 2) as Emotion);
}

/** Where an arrow, Home or End on a slider leads; undefined for other keys. From nothing, an arrow says neutral. */
export function steppedLevel(
  value: Emotion | null,
  key: string,
): Emotion | undefined {
  if (key === "Home") return -2;
  if (key === "End") return 2;
  if (key !== "ArrowUp" && key !== "ArrowDown") return undefined;
  if (value === null) return 0;
  const next = value + (key === "ArrowUp" ? 1 : -1);
  return Math.min(2, Math.max(-2, next)) as Emotion;
}
