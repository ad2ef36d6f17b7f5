import { answerScaleOf, numbers, twoAnswers } from "./answer-scale";
import { goodOrBad } from "./answer-words";
import type { ImportScale, ImportTool } from "./contract";
import { GROUP_COLUMN, groupScale } from "./delighted";
import type { ColumnLook } from "./look";

/** What a column of answers was answered on, where the tool knows it better than the cells tell. */
export function scaleOfValue(
  look: ColumnLook,
  looks: readonly ColumnLook[],
  tool: ImportTool,
): ImportScale {
  if (tool === "federalCx") return twoAnswers.scale;
  if (tool === "zendesk") return goodOrBad(look.words);
  if (tool === "delighted") {
    if (look.column.name === GROUP_COLUMN) return groupScale;
    const asked = delightedScale(looks);
    if (asked) return asked;
  }
  if (tool === "wootric" && (look.numbers?.high ?? 0) <= 10)
    return numbers("nps", 0, 10);
  const found = answerScaleOf(look)?.scale;
  if (found) return found;
  const { low = 1, high = 5 } = look.numbers ?? {};
  return numbers("other", Math.min(low, high - 1), high);
}

/** Delighted says with every answer what kind of survey it belongs to. Several kinds in one file have no common scale. */
function delightedScale(looks: readonly ColumnLook[]): ImportScale | null {
  const kinds = looks.find(({ plain }) => plain === "survey type")?.words;
  if (kinds?.length !== 1) return null;
  const scales: Record<string, ImportScale> = {
    nps: numbers("nps", 0, 10),
    csat: numbers("csat", 1, 5),
    ces: numbers("ces", 1, 5),
  };
  return scales[kinds[0]!] ?? null;
}
