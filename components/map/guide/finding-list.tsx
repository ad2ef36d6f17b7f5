"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { useCatalogue } from "@/components/map/drawing/catalogue";
import { nearestLevel } from "@/lib/insight/evidence";
import type { WeakReason, WeakTouchpoint } from "@/lib/insight/findings";
import type { TouchpointId } from "@/lib/journey/ids";
import { useEditorUi } from "../editor-ui";
import { useLevelName } from "../emotion/levels";
import { useEvidenceWords } from "../emotion/point-words";
import { useBriefLoss } from "../failure/use-loss-words";

interface FindingListProps {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}

/** One kind of finding: what it means, and where it was found. */
export function FindingList({ title, hint, children }: FindingListProps) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold">{title}</h3>
      <p className="text-xs hyphens-auto text-ink-3">{hint}</p>
      <ul className="flex flex-col gap-3 text-sm hyphens-auto">{children}</ul>
    </section>
  );
}

/** Longer lists are shown on demand. */
const FEW = 4;

interface TouchpointButtonsProps {
  readonly ids: readonly TouchpointId[];
  readonly names: ReadonlyMap<string, string>;
}

/** Touchpoints by name, each leading to itself. */
export function TouchpointButtons({ ids, names }: TouchpointButtonsProps) {
  const t = useTranslations("guide.insight");
  const [isWhole, showWhole] = useState(false);
  const shown = isWhole ? ids : ids.slice(0, FEW);
  const rest = ids.length - shown.length;
  return (
    <div className="flex flex-wrap gap-1.5">
      {shown.map((id) => (
        <TouchpointButton key={id} {...{ id, names }} />
      ))}
      {rest > 0 ? (
        <button
          type="button"
          onClick={() => showWhole(true)}
          className="min-h-6 rounded-sm px-1.5 text-xs text-accent underline underline-offset-2 pointer-coarse:min-h-11"
        >
          {t("more", { count: rest })}
        </button>
      ) : null}
    </div>
  );
}

function TouchpointButton({
  id,
  names,
}: {
  readonly id: TouchpointId;
  readonly names: ReadonlyMap<string, string>;
}) {
  const untitled = useTranslations("emotion")("untitled");
  const ui = useEditorUi();
  return (
    <button
      type="button"
      onClick={() => ui.openRecord({ kind: "touchpoint", id })}
      className="min-h-6 max-w-full rounded-sm border border-line bg-surface px-1.5 py-0.5 text-left text-xs hover:bg-hover pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      {names.get(id)?.trim() || untitled}
    </button>
  );
}

/** As many as one can talk about. */
const MOST_WEAK = 5;

interface WeakListProps {
  readonly weakest: readonly WeakTouchpoint[];
  readonly names: ReadonlyMap<string, string>;
}

/** The lowest touchpoints, each with what it rests on, whom it reaches and what else the map says of it. */
export function WeakList({ weakest, names }: WeakListProps) {
  const t = useTranslations("guide.insight.weakest");
  if (weakest.length === 0)
    return <p className="text-sm text-ink-2">{t("none")}</p>;
  const shown = weakest.slice(0, MOST_WEAK);
  return (
    <FindingList title={t("title")} hint={t("hint")}>
      {shown.map((weak, at) => (
        <Weak
          key={`${weak.touchpointId}:${weak.personaId}`}
          {...{ weak, names }}
          isLast={at === shown.length - 1}
        />
      ))}
    </FindingList>
  );
}

interface WeakProps extends Pick<WeakListProps, "names"> {
  readonly weak: WeakTouchpoint;
  readonly isLast: boolean;
}

function Weak({ weak, names, isLast }: WeakProps) {
  const t = useTranslations("guide.insight.weakest");
  const format = useFormatter();
  const levelName = useLevelName();
  const evidenceWords = useEvidenceWords();
  const { personaOf } = useCatalogue();
  const { found, reach, painWeight } = weak;
  const name = personaOf(weak.personaId)?.name ?? "";
  const level = levelName(nearestLevel(weak.value)).toLocaleLowerCase();
  return (
    <li className="flex flex-col gap-1">
      <TouchpointButtons ids={[weak.touchpointId]} names={names} />
      <p className="text-ink-2">
        {found
          ? t("proven", { name, evidence: evidenceWords(found) })
          : t("level", { name, level })}{" "}
        <Reasons reasons={weak.reasons} />
      </p>
      {reach === null || painWeight === null ? null : (
        <p className="text-xs text-ink-3 tabular-nums">
          {t("reach", {
            share: format.number(reach, "share"),
            weight: format.number(painWeight, { maximumFractionDigits: 2 }),
          })}
        </p>
      )}
      {weak.isApart === false && !isLast ? (
        <p className="text-xs text-ink-3">{t("unclear")}</p>
      ) : null}
    </li>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly WeakReason[] }) {
  const t = useTranslations("guide.insight.reason");
  const lossWords = useBriefLoss();
  const said = reasons.map((reason) => {
    switch (reason.kind) {
      case "pains":
        return t("pains", { count: reason.count });
      case "lost":
        return lossWords(reason.loss);
      case "messageDiffers":
      case "waits":
      case "noOwner":
        return t(reason.kind);
    }
  });
  return <>{said.length > 0 ? said.join(" ") : t("nothing")}</>;
}
