"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { EvidenceFields, EvidenceItem } from "@/lib/api/evidence";
import { scaleNameOf } from "@/lib/insight/feeling-scales";
import { useAmount } from "./use-amount";

type Figure = Pick<EvidenceFields, "value" | "unit" | "scale"> &
  Partial<Pick<EvidenceItem, "measure">>;
type Measure = NonNullable<EvidenceItem["measure"]>;

/** What a number and its unit do not tell; the others are told by their scale or their unit. */
const told = [
  "perDay",
  "tickets",
  "cases",
  "lost",
  "reach",
  "ends",
  "wait",
  "duration",
  "score",
];
type Told = Extract<
  Measure,
  | "perDay"
  | "tickets"
  | "cases"
  | "lost"
  | "reach"
  | "ends"
  | "wait"
  | "duration"
  | "score"
>;
const isTold = (measure: Measure): measure is Told => told.includes(measure);

/** A figure with the scale that it stands on; empty where there is none. */
export function useFigureText(): (figure: Figure) => string {
  const t = useTranslations("evidence.figure");
  const amount = useAmount();
  return ({ value, unit, scale, measure = null }) => {
    if (value === null) return "";
    if (scale === null) {
      if (measure !== null && isTold(measure))
        return t(measure, {
          value: amount({ value, measure }),
          count: value,
          unit,
        });
      const isPercent = unit === "%";
      const figure = amount({ value, measure, isPercent });
      return unit === "" || isPercent
        ? figure
        : t("plain", { value: figure, unit });
    }
    const name = scaleNameOf(scale);
    const isPercent = name === "satisfied" || name === "dissatisfied";
    const figure = amount({ value, measure: null, isPercent });
    const { low, high, isHighBad } = scale;
    return name
      ? t(name, { value: figure })
      : t("own", {
          value: figure,
          low,
          high,
          isHighBad: isHighBad ? "yes" : "no",
        });
  };
}

/** A day or a period, as the reader's language writes it. */
export function useHeldText(): (
  held: Pick<EvidenceFields, "heldOn" | "heldFrom">,
) => string {
  const t = useTranslations("evidence");
  const format = useFormatter();
  // A day has no zone: what was held on the first is not moved to the day before.
  const day = (at: string) =>
    format.dateTime(new Date(`${at}T00:00:00Z`), {
      day: "numeric",
      month: "short",
      year: "numeric",
      timeZone: "UTC",
    });
  return ({ heldOn, heldFrom }) =>
    heldFrom === null
      ? day(heldOn)
      : t("period", { from: day(heldFrom), to: day(heldOn) });
}
