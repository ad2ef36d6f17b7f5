"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useRoom } from "@/components/room/room-context";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { showToast } from "@/components/ui/toast";
import { api } from "@/components/workspace/api-client";
import { useProblemText } from "@/components/workspace/use-problem-text";
import {
  coverageOf,
  type CoveredTouchpoint,
  type RemovedEvidence,
} from "@/lib/insight/coverage";
import { useAgeing, useEvidence, useEvidenceGroups } from "../emotion/evidence";
import { TouchpointButtons } from "./finding-list";

/** How far the feelings of the map rest on evidence, which do not, and where it is old. */
export function Coverage() {
  const t = useTranslations("evidence.coverage");
  const map = useJourneyMap((whole) => whole);
  const groups = useEvidenceGroups();
  const evidence = useEvidence();
  const ageing = useAgeing();
  const found = useMemo(
    () => coverageOf(map, { groups, evidence, ageing }),
    [map, groups, evidence, ageing],
  );
  const { felt, hard, soft, stale, assumed, removed } = found;
  const grounded = hard + soft;
  const months = ageing.staleMonths;
  return (
    <section className="flex flex-col gap-3 border-b border-line pb-4">
      <h3 className="text-sm">{t("title")}</h3>
      {felt === 0 ? (
        <p className="text-sm text-ink-2">{t("nothing")}</p>
      ) : (
        <>
          <Meter share={grounded / felt} />
          <p className="text-sm text-ink-2">
            {t("grounded", { grounded, all: felt, hard, soft })}
            {grounded > 0 && stale.length === 0
              ? ` ${t("staleNone", { months })}`
              : null}
          </p>
        </>
      )}
      <Touchpoints title={t("stale", { months })} list={stale} />
      <Touchpoints title={t("assumed")} list={assumed} />
      <Removed list={removed} />
    </section>
  );
}

/** The sentence below says the same in numbers. */
function Meter({ share }: { readonly share: number }) {
  return (
    <span
      aria-hidden="true"
      className="block h-1.5 overflow-hidden rounded-full border border-line-strong bg-surface"
    >
      <span
        className="block h-full bg-accent forced-colors:bg-[CanvasText]"
        style={{ width: `${share * 100}%` }}
      />
    </span>
  );
}

interface TouchpointsProps {
  readonly title: string;
  readonly list: readonly CoveredTouchpoint[];
}

/** Touchpoints that ask for evidence, each leading to the place where it is brought. */
function Touchpoints({ title, list }: TouchpointsProps) {
  if (list.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <h4 className="text-xs font-medium text-ink-3">{title}</h4>
      <TouchpointButtons
        ids={list.map(({ id }) => id)}
        names={new Map(list.map(({ id, title: name }) => [id, name]))}
      />
    </div>
  );
}

/** What is known about touchpoints that were taken from the map: it can be about another one. */
function Removed({ list }: { readonly list: readonly RemovedEvidence[] }) {
  const t = useTranslations("evidence.coverage");
  const canWrite = useCanWrite();
  if (list.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <h4 className="text-xs font-medium text-ink-3">{t("removed")}</h4>
      <ul className="flex flex-col gap-3">
        {list.map((removed) => (
          <li key={removed.touchpointId} className="flex flex-col gap-1.5">
            <p className="text-sm">{t("removedCount", { ...removed })}</p>
            {canWrite ? <Move from={removed.touchpointId} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Move({ from }: { readonly from: string }) {
  const t = useTranslations("evidence.coverage");
  const { workspaceSlug, journeyId } = useRoom();
  const stages = useJourneyMap((map) => map.stages);
  const problemText = useProblemText();
  const [to, choose] = useState<string | null>(null);
  const options = stages
    .flatMap(({ touchpoints }) => touchpoints)
    .map(({ id, title }) => ({
      id: id as string,
      label: title || t("untitled"),
    }));
  const move = async () => {
    const slug = encodeURIComponent(workspaceSlug);
    const answer = await api<{ moved: number }>(
      `/workspaces/${slug}/journeys/${journeyId}/evidence/move`,
      { method: "POST", body: { from, to } },
    );
    showToast(
      answer.ok
        ? { text: t("moved", { count: answer.data.moved }), tone: "success" }
        : { text: problemText(answer.problem), tone: "danger" },
    );
  };
  return (
    <div className="flex items-end gap-2">
      <Select
        label={t("moveTo")}
        size="sm"
        options={options}
        value={to}
        onChange={choose}
        className="flex-1"
      />
      <Button size="sm" isDisabled={to === null} onPress={() => void move()}>
        {t("move")}
      </Button>
    </div>
  );
}
