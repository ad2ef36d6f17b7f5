"use client";

import { useTranslations } from "next-intl";
import { useMemo, useSyncExternalStore } from "react";
import { Button, Toolbar } from "react-aria-components";
import { useSeen } from "@/components/room/use-room-state";
import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/cx";
import type { Stage } from "@/lib/journey/journey-map";
import { layoutColumns } from "@/lib/layout/columns";
import { firstInView, visibleShare } from "@/lib/layout/strip";
import type { Stretch } from "@/lib/layout/strip";
import type { Presence, PresenceUser } from "@/lib/protocol/presence";
import { COLUMN_METRICS } from "../drawing/measures";
import { useColumnWidths } from "../drawing/use-columns";
import type { GridStore } from "../grid/grid-store";
import { useSeeing, useSeenMap } from "./seeing-context";

/** More faces than these would hide the name of the stage. */
const MOST_FACES = 2;

/** All stages side by side: where one is, where colleagues are, and the way to any of them. */
export function StageStrip({ store }: { readonly store: GridStore }) {
  const t = useTranslations("seeing.strip");
  const { viewport } = useSeeing();
  const stages = useSeenMap((map) => map.stages);
  const widths = useColumnWidths();
  const boxes = useMemo(
    () => layoutColumns(stages, COLUMN_METRICS, widths).stages,
    [stages, widths],
  );
  // Of each frame of scrolling only this number: the rest is drawn again where it is another.
  const readCurrent = () => firstInView(boxes, viewport.getPart());
  const current = useSyncExternalStore(
    viewport.subscribe,
    readCurrent,
    readCurrent,
  );
  const { presences } = useSeen();
  const people = useMemo(
    () => peopleIn(stages, presences),
    [stages, presences],
  );
  return (
    <Toolbar
      aria-label={t("label")}
      className="-my-1 flex min-w-0 flex-1 overflow-x-auto py-1 [scrollbar-width:none]"
    >
      {stages.map((stage, index) => {
        const box = boxes[index];
        return box ? (
          <Segment
            key={stage.id}
            stage={stage}
            box={box}
            isCurrent={index === current}
            people={people.get(stage.id) ?? []}
            onGo={(isByKeys) => {
              if (isByKeys) store.reveal(stage.id);
              viewport.goTo(box.x);
            }}
          />
        ) : null;
      })}
    </Toolbar>
  );
}

interface SegmentProps {
  readonly stage: Stage;
  readonly box: Stretch;
  readonly isCurrent: boolean;
  readonly people: readonly PresenceUser[];
  readonly onGo: (isByKeys: boolean) => void;
}

function Segment(props: SegmentProps) {
  const { stage, box, isCurrent, people, onGo } = props;
  const t = useTranslations("seeing.strip");
  const map = useTranslations("map");
  const name = stage.title || map("untitled.stage");
  const who = people.map((person) => person.name).join(", ");
  return (
    <Button
      aria-label={[
        t("go", { name, count: stage.touchpoints.length }),
        who && t("people", { who }),
      ]
        .filter(Boolean)
        .join(", ")}
      aria-current={isCurrent ? "location" : undefined}
      data-colour={stage.colour ?? undefined}
      onPress={({ pointerType }) =>
        onGo(pointerType === "keyboard" || pointerType === "virtual")
      }
      style={{ flexGrow: box.width, flexBasis: 0 }}
      className={cx(
        "relative flex h-8 min-w-7 items-center gap-1 overflow-hidden border-r border-line px-2 text-xs outline-offset-[-2px] transition-colors first:rounded-l-md last:rounded-r-md last:border-r-0 hover:text-ink pointer-coarse:h-11 pointer-coarse:min-w-11",
        isCurrent ? "font-medium text-ink" : "text-ink-2",
        "bg-sunken hover:bg-hover",
      )}
    >
      <span
        aria-hidden="true"
        className={cx(
          "absolute inset-x-0 top-0 h-[3px]",
          stage.colour ? "bg-(--edge)" : "bg-line-strong",
        )}
      />
      <InView box={box} />
      <span className="relative min-w-0 flex-1 truncate text-left" title={name}>
        {name}
      </span>
      <span className="relative flex shrink-0 -space-x-1" aria-hidden="true">
        {people.slice(0, MOST_FACES).map((person) => (
          <Avatar key={person.id} {...person} size="xs" />
        ))}
      </span>
    </Button>
  );
}

/** The part of a stage that is in view. */
function InView({ box }: { readonly box: Stretch }) {
  const { viewport } = useSeeing();
  // As one value, so that a stage out of view is not drawn again with each frame of scrolling; and not as its edges, which
  // would be laid out anew with each, and the page around them.
  const read = () => {
    const share = visibleShare(box, viewport.getPart());
    return (
      share &&
      `translateX(${share.from * 100}%) scaleX(${share.to - share.from})`
    );
  };
  const transform = useSyncExternalStore(viewport.subscribe, read, read);
  if (transform === null) return null;
  return (
    <span
      aria-hidden="true"
      data-visible=""
      style={{ transform }}
      className="absolute inset-0 origin-left border-b-2 border-accent bg-accent-tint forced-colors:border-[Highlight] forced-colors:bg-transparent"
    />
  );
}

/** Who is in which stage, each person once. */
function peopleIn(
  stages: readonly Stage[],
  presences: readonly Presence[],
): ReadonlyMap<string, readonly PresenceUser[]> {
  const stageOf = new Map<string, string>(
    stages.flatMap(({ id, touchpoints }) => [
      [id, id] as const,
      ...touchpoints.map((touchpoint) => [touchpoint.id, id] as const),
    ]),
  );
  const people = new Map<string, PresenceUser[]>();
  for (const { user, at } of presences) {
    const column = at?.kind === "cell" ? at.columnId : at?.id;
    const stage = column && stageOf.get(column);
    if (!stage) continue;
    const there = people.get(stage) ?? [];
    if (!there.some(({ id }) => id === user.id))
      people.set(stage, [...there, user]);
  }
  return people;
}
