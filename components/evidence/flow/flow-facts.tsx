"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useFlow, type TouchpointFlow } from "./use-flow";
import { useCountedShare } from "./use-counted-share";
import { WithBasis } from "./with-basis";
import { useWaitWords } from "./use-wait-words";

interface Fact {
  readonly id: "reach" | "visits" | "median" | "long" | "ends" | "next";
  readonly value: string;
  /** On how many it rests and how sure it is; null for what was only counted. */
  readonly basis: string | null;
}

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
        {facts(at).map(({ id, value, basis }) => (
          <div key={id} className="min-w-0">
            <dt className="text-xs hyphens-auto text-ink-3">{t(id)}</dt>
            <dd className="wrap-break-word tabular-nums">
              {basis === null ? (
                value
              ) : (
                <WithBasis basis={basis}>{value}</WithBasis>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-xs wrap-anywhere text-ink-3">
        {t("source", { source: flow.source, cases: flow.cases })}
      </p>
    </section>
  );
}

/** The figures of a touchpoint with what they are called and rest on. */
function useFacts() {
  const t = useTranslations("evidence.flow");
  const basis = useTranslations("evidence");
  const format = useFormatter();
  const wait = useWaitWords();
  const counted = useCountedShare();
  const stages = useJourneyMap((map) => map.stages);
  const untitled = useTranslations("evidence.coverage")("untitled");
  const titleOf = (id: string) =>
    stages
      .flatMap(({ touchpoints }) => touchpoints)
      .find((one) => one.id === id)?.title || untitled;
  return (at: TouchpointFlow): Fact[] => {
    const [reach, ends] = [counted(at.reach), counted(at.ends)];
    const waits = at.wait && basis("n", { n: at.wait.n });
    const next = at.next && counted(at.next.share);
    return [
      { id: "reach", value: reach.share, basis: reach.range },
      { id: "visits", value: format.number(at.visits, "whole"), basis: null },
      ...(at.wait
        ? [
            {
              id: "median",
              value: wait(at.wait.median),
              basis: waits,
            } as const,
            { id: "long", value: wait(at.wait.long), basis: waits } as const,
          ]
        : []),
      { id: "ends", value: ends.share, basis: ends.range },
      ...(at.next && next
        ? [
            {
              id: "next",
              value: t("nextTo", {
                name: titleOf(at.next.touchpointId),
                share: next.share,
              }),
              basis: next.range,
            } as const,
          ]
        : []),
    ];
  };
}
