"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useFlow, type TouchpointFlow } from "./use-flow";
import { useCountedShare } from "./use-counted-share";
import { useWaitWords } from "./use-wait-words";

/** What an event log tells about one touchpoint: behaviour beside the feeling, and never a part of it. */
export function FlowFacts({ touchpointId }: { readonly touchpointId: string }) {
  const t = useTranslations("evidence.flow");
  const flow = useFlow();
  const facts = useFacts();
  const at = flow?.touchpoints.find((one) => one.touchpointId === touchpointId);
  if (!flow || !at) return null;
  return (
    <section
      aria-label={t("title")}
      className="flex flex-col gap-2 rounded-md border border-line bg-surface p-3"
    >
      <h4 className="text-xs font-medium text-ink-3">{t("title")}</h4>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2 text-sm">
        {facts(at).map(({ id, label, value }) => (
          <div key={id} className="min-w-0">
            <dt className="text-xs hyphens-auto text-ink-3">{label}</dt>
            <dd className="wrap-break-word tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-xs wrap-anywhere text-ink-3">
        {t("source", { source: flow.source, cases: flow.cases })}
      </p>
    </section>
  );
}

/** The figures of a touchpoint with what they are called. */
function useFacts() {
  const t = useTranslations("evidence.flow");
  const format = useFormatter();
  const wait = useWaitWords();
  const share = useCountedShare();
  const stages = useJourneyMap((map) => map.stages);
  const untitled = useTranslations("evidence.coverage")("untitled");
  const titleOf = (id: string) =>
    stages
      .flatMap(({ touchpoints }) => touchpoints)
      .find((one) => one.id === id)?.title || untitled;
  return (at: TouchpointFlow) => [
    {
      id: "reach",
      label: t("reach"),
      value: share(at.reach),
    },
    {
      id: "visits",
      label: t("visits"),
      value: format.number(at.visits, "whole"),
    },
    ...(at.wait
      ? [
          {
            id: "median",
            label: t("median"),
            value: t("waitOf", { wait: wait(at.wait.median), n: at.wait.n }),
          },
          {
            id: "long",
            label: t("long"),
            value: t("waitOf", { wait: wait(at.wait.long), n: at.wait.n }),
          },
        ]
      : []),
    {
      id: "ends",
      label: t("ends"),
      value: share(at.ends),
    },
    ...(at.next
      ? [
          {
            id: "next",
            label: t("next"),
            value: t("nextTo", {
              name: titleOf(at.next.touchpointId),
              share: share(at.next.share),
            }),
          },
        ]
      : []),
  ];
}
