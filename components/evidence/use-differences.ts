"use client";

import { useTranslations } from "next-intl";
import type { ConflictField } from "@/components/workspace/conflict-dialog";
import type { EvidenceFields } from "@/lib/api/evidence";
import { useFigureText, useHeldText } from "./use-evidence-text";

/** What an import says of a figure is no field of the form, and no difference. */
const withoutMeasure = ({ value, unit, scale }: EvidenceFields) => ({
  value,
  unit,
  scale,
});

/** Two versions of a piece of evidence field by field in words, where they differ. */
export function useDifferences(): (
  mine: EvidenceFields,
  theirs: EvidenceFields,
) => ConflictField[] {
  const t = useTranslations("evidence");
  const figureText = useFigureText();
  const heldText = useHeldText();
  const words = (fields: EvidenceFields): [label: string, text: string][] => [
    [t("kind.label"), t(`kind.${fields.kind}`)],
    [t("origin.label"), t(`origin.${fields.origin}`)],
    [t("field.value"), figureText(withoutMeasure(fields))],
    [t("field.n"), fields.n === null ? "" : String(fields.n)],
    [t("field.sd"), fields.sd === null ? "" : String(fields.sd)],
    [t("field.quote"), fields.quote],
    [t("field.source"), fields.source],
    [t("field.heldOn"), heldText(fields)],
    [t("field.url"), fields.url ?? ""],
    [t("field.file"), fields.fileId ?? ""],
    [t("field.note"), fields.note],
  ];
  return (mine, theirs) => {
    const others = words(theirs);
    return words(mine).flatMap(([label, text], at) => {
      const other = others[at]?.[1] ?? "";
      return text === other ? [] : [{ label, mine: text, theirs: other }];
    });
  };
}
