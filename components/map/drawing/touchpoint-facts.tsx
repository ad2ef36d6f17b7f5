import { Flag, ListChecks, Timer, TrendingDown } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Touchpoint } from "@/lib/journey/journey-map";
import { DurationText } from "./duration-text";

/** The short facts of a touchpoint, those that are known. */
export function TouchpointFacts({
  touchpoint,
}: {
  readonly touchpoint: Touchpoint;
}) {
  const t = useTranslations("map");
  const format = useFormatter();
  const { medium, momentOfTruth, responseTime, handledBy, checklist, dropOff } =
    touchpoint;
  const done = checklist.filter((item) => item.done).length;
  return (
    <span className="flex flex-wrap gap-x-2.5 gap-y-0.5 text-xs text-ink-2">
      {momentOfTruth ? (
        <Fact icon={<Flag />}>{t(`moment.${momentOfTruth.kind}`)}</Fact>
      ) : null}
      {medium ? <Fact>{t(`medium.${medium}`)}</Fact> : null}
      {handledBy ? <Fact>{t(`handledBy.${handledBy}`)}</Fact> : null}
      {responseTime ? (
        <Fact icon={<Timer />}>
          <DurationText duration={responseTime} />
        </Fact>
      ) : null}
      {dropOff && dropOff.share !== null ? (
        <Fact icon={<TrendingDown />}>
          {t("dropOff", { share: format.number(dropOff.share, "share") })}
        </Fact>
      ) : null}
      {checklist.length > 0 ? (
        <Fact icon={<ListChecks />}>
          {t("checklist", { done, all: checklist.length })}
        </Fact>
      ) : null}
    </span>
  );
}

function Fact({
  icon,
  children,
}: {
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <span
      className="inline-flex items-center gap-1 [&_svg]:size-3"
      aria-hidden={false}
    >
      {icon}
      {children}
    </span>
  );
}
