"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { CommentMark } from "@/components/conversation/comment-mark";
import { cx } from "@/components/ui/cx";
import { keepFocus } from "@/components/ui/keep-focus";
import type { JourneyMap, Stage } from "@/lib/journey/journey-map";
import { LANE_KIND_INFO } from "@/lib/journey/vocabulary";
import { StageChoice } from "../seeing/together/stage-choice";
import { OutlineLane } from "./outline-lane";
import { OutlineTouchpoint } from "./outline-touchpoint";
import { StageMenu } from "./structure-menus";
import type { Openers, OutlineWrite } from "./outline-write";

interface OutlineProps {
  readonly map: JourneyMap;
  readonly write: OutlineWrite | null;
  /** What may be opened from it. */
  readonly open?: Openers | null;
  /** Which stage is shown, where somebody else wants to know or to say. */
  readonly choice?: StageChoice;
}

/** The map for small screens: one stage at a time, its touchpoints one below the other. */
export function Outline({ map, write, open = null, choice }: OutlineProps) {
  const t = useTranslations("map");
  const [own] = useState(() => new StageChoice());
  const { get, subscribe, choose } = choice ?? own;
  const chosen = useSyncExternalStore(subscribe, get, get);
  const stage = map.stages.find(({ id }) => id === chosen) ?? map.stages[0];
  return (
    <section
      ref={keepFocus}
      aria-label={t("outline.label")}
      lang={map.meta.locale}
      data-region="map"
      data-testid="map-outline"
      className="relative min-h-0 flex-1 overflow-y-auto bg-surface max-sm:[@media(max-height:30rem)]:overflow-visible"
    >
      <StageStrip {...{ map, stage, choose, write }} />
      {stage ? (
        <StageContent key={stage.id} {...{ map, stage, write, open }} />
      ) : (
        <p className="p-6 text-center text-ink-2">{t("outline.empty")}</p>
      )}
    </section>
  );
}

interface StageStripProps extends Omit<OutlineProps, "choice" | "open"> {
  readonly stage: Stage | undefined;
  readonly choose: (id: string) => void;
}

function StageStrip({ map, stage, choose, write }: StageStripProps) {
  const t = useTranslations("map");
  return (
    <nav
      aria-label={t("outline.stages")}
      className="sticky top-0 z-10 flex gap-1 overflow-x-auto border-b border-line bg-paper p-2 lg:px-[max(0.5rem,calc(50%-26.5rem))]"
    >
      {map.stages.map(({ id, title, colour }) => (
        <button
          key={id}
          type="button"
          aria-current={id === stage?.id ? "true" : undefined}
          data-colour={colour ?? undefined}
          onClick={(event) => {
            choose(id);
            event.currentTarget.scrollIntoView({
              block: "nearest",
              inline: "center",
            });
          }}
          className={cx(
            "h-11 shrink-0 rounded-md border px-3 text-sm whitespace-nowrap",
            id === stage?.id
              ? "border-accent-line bg-accent-tint font-medium"
              : "border-transparent text-ink-2",
          )}
        >
          {title || t("untitled.stage")}
        </button>
      ))}
      {write && stage ? (
        <StageMenu {...{ stage, write }} keep={() => choose(stage.id)} />
      ) : null}
      {write ? (
        <button
          type="button"
          onClick={write.addStage}
          aria-label={t("add.stage")}
          className="flex size-11 shrink-0 items-center justify-center rounded-md text-ink-3"
        >
          <Plus aria-hidden="true" className="size-4" />
        </button>
      ) : null}
    </nav>
  );
}

interface StageContentProps extends Omit<OutlineProps, "choice" | "open"> {
  readonly stage: Stage;
  readonly open: Openers | null;
}

/** A stage of the list, only to be read. */
export function OutlineStage(props: Omit<StageContentProps, "write" | "open">) {
  return <StageContent {...props} write={null} open={null} />;
}

function StageContent({ map, stage, write, open }: StageContentProps) {
  const t = useTranslations("map");
  const lanes = map.lanes.filter(
    ({ kind, span }) => LANE_KIND_INFO[kind].holdsCards && span === "stage",
  );
  return (
    <div className="mx-auto flex w-full max-w-212 flex-col border-line pb-24 lg:border-x">
      <CommentMark kind="stage" id={stage.id} className="m-2 self-start" />
      {stage.description ? (
        <p className="border-b border-line px-4 py-3 text-sm text-ink-2">
          {stage.description}
        </p>
      ) : null}
      {lanes.map((lane) => (
        <OutlineLane
          key={lane.id}
          {...{ map, lane, write, open }}
          columnId={stage.id}
        />
      ))}
      {stage.touchpoints.map((touchpoint) => (
        <OutlineTouchpoint
          key={touchpoint.id}
          {...{ map, touchpoint, write, open }}
        />
      ))}
      {write ? (
        <button
          type="button"
          onClick={() => write.addTouchpoint(stage.id)}
          className="m-4 flex h-11 items-center justify-center gap-2 rounded-md border border-dashed border-line-strong text-sm text-ink-2"
        >
          <Plus aria-hidden="true" className="size-4" />
          {t("add.touchpoint")}
        </button>
      ) : null}
      {write ? (
        <button
          type="button"
          onClick={() => write.addLaneBelow(null)}
          className="mx-4 flex h-11 items-center justify-center gap-2 rounded-md border border-dashed border-line-strong text-sm text-ink-2"
        >
          <Plus aria-hidden="true" className="size-4" />
          {t("add.lane")}
        </button>
      ) : null}
    </div>
  );
}
