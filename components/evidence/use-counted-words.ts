"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ScoreChange } from "@/lib/imports/score-change";
import type { EvidenceItem } from "@/lib/api/evidence";
import { namedScore } from "@/lib/metrics/counted";
import type { Interval } from "@/lib/metrics/interval";
import type { Proportion } from "@/lib/metrics/proportion";
import { useHeldText } from "./use-evidence-text";

type Counted = Pick<EvidenceItem, "counted" | "n"> & {
  /** Whoever rates a request has chosen to. */
  readonly isTickets: boolean;
};

/** What an import counted beside its figure, each thing by its own name. */
export function useCountedWords() {
  const t = useTranslations("evidence.counted");
  const format = useFormatter();
  const heldText = useHeldText();
  const points = (value: number) =>
    format.number(value, {
      maximumFractionDigits: 1,
      signDisplay: "exceptZero",
    });
  const percent = (share: number) =>
    format.number(share, { style: "percent", maximumFractionDigits: 1 });
  const between = ({ low, high }: Interval, word = points) => ({
    low: word(low),
    high: word(high),
  });
  const shareOf = ({ share, interval }: Proportion) => ({
    share: percent(share),
    ...between(interval, percent),
  });

  const counted = ({ counted: of, n, isTickets }: Counted): string[] => {
    if (!of) return [];
    const named = namedScore(of, n);
    const lines: string[] = [];
    if (named?.metric === "nps") {
      const { score, interval } = named.nps;
      lines.push(t("nps", { score: points(score), ...between(interval) }));
    }
    if (named?.metric === "csat")
      lines.push(t("csat", shareOf(named.satisfied)));
    if (named?.metric === "mark")
      lines.push(
        t("mark", { ...shareOf(named.satisfied), from: named.goodFrom }),
      );
    if (named?.metric === "ces2") lines.push(t("ces2", shareOf(named.easy)));
    if (named?.metric === "ces1") lines.push(t("ces1"));
    if (of.asked !== null && n !== null)
      lines.push(
        t(isTickets ? "rated" : "answered", {
          n,
          asked: of.asked,
          share: percent(n / of.asked),
        }),
      );
    if (of.rows !== null)
      lines.push(t(of.isWeighted ? "weighted" : "alike", { rows: of.rows }));
    if (of.isClosed !== null) lines.push(t(of.isClosed ? "closed" : "open"));
    return lines;
  };

  const change = (of: ScoreChange): string =>
    t(of.isClear ? "change" : "noChange", {
      points: points(of.points),
      ...between(of.interval),
      before: heldText({
        heldOn: of.before.to,
        heldFrom: of.before.from === of.before.to ? null : of.before.from,
      }),
    });
  return { counted, change };
}
