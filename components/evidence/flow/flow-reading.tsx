"use client";

import { useTranslations } from "next-intl";
import { TouchpointButtons } from "@/components/map/guide/finding-list";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useFlow, type TouchpointFlow } from "./use-flow";
import { useCountedShare } from "./use-counted-share";
import { useWaitWords } from "./use-wait-words";

/** As many as one can talk about. */
const FEW = 5;

/** Where the cases of an event log end, and where they wait longest. */
export function FlowReading() {
  const t = useTranslations("evidence.flow");
  const counted = useCountedShare();
  const wait = useWaitWords();
  const flow = useFlow();
  if (!flow) return null;
  // By how many: at the last touchpoint all end of those who come there, and they may be few.
  const endsAt = ({ ends: { share, n } }: TouchpointFlow) => share * n;
  const ends = flow.touchpoints
    .filter((at) => at.ends.share > 0)
    .toSorted((a, b) => endsAt(b) - endsAt(a));
  const waits = flow.touchpoints
    .filter((at) => at.wait !== null)
    .toSorted((a, b) => (b.wait?.median ?? 0) - (a.wait?.median ?? 0));
  return (
    <section className="flex flex-col gap-3 border-b border-line pb-4">
      <h3 className="text-sm">{t("title")}</h3>
      <p className="text-sm text-ink-2">
        {t("cases", { cases: flow.cases, outside: flow.outside })}
      </p>
      <Places
        title={t("endsAt")}
        list={ends.slice(0, FEW)}
        words={({ ends: end }) => t("shareOf", counted(end))}
      />
      <Places
        title={t("waitsAt")}
        list={waits.slice(0, FEW)}
        words={({ wait: waited }) =>
          waited
            ? t("waited", {
                median: wait(waited.median),
                long: wait(waited.long),
                n: waited.n,
              })
            : ""
        }
      />
      <p className="text-xs wrap-anywhere text-ink-3">
        {t("source", { source: flow.source, cases: flow.cases })}
      </p>
    </section>
  );
}

interface PlacesProps {
  readonly title: string;
  readonly list: readonly TouchpointFlow[];
  readonly words: (at: TouchpointFlow) => string;
}

function Places({ title, list, words }: PlacesProps) {
  const stages = useJourneyMap((map) => map.stages);
  const placed = stages.flatMap(({ touchpoints }) => touchpoints);
  const shown = list.flatMap((at) => {
    const here = placed.find(({ id }) => id === at.touchpointId);
    return here ? [{ at, here }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <h4 className="text-xs font-medium text-ink-3">{title}</h4>
      <ul className="flex flex-col gap-1.5 text-sm">
        {shown.map(({ at, here: { id, title: name } }) => (
          <li key={id} className="flex flex-wrap items-center gap-2">
            <TouchpointButtons ids={[id]} names={new Map([[id, name]])} />
            <span className="text-ink-2">{words(at)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
