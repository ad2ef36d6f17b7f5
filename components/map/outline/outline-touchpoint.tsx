"use client";

import { ChevronRight, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { TalkHere } from "@/components/conversation/talk-here";
import { EmotionFace } from "@/components/ui/emotion-face";
import { IconButton } from "@/components/ui/icon-button";
import type { JourneyMap, Lane, Touchpoint } from "@/lib/journey/journey-map";
import { LANE_KIND_INFO } from "@/lib/journey/vocabulary";
import type { Emotion } from "@/lib/journey/vocabulary";
import { useCatalogue } from "../drawing/catalogue";
import { FieldFace } from "../drawing/field-face";
import { LineInList } from "../drawing/line-face";
import { attachmentsIn } from "../map-index";
import { LaneIcon } from "../drawing/lane-icon";
import { TouchpointFacts } from "../drawing/touchpoint-facts";
import { EvidenceLine } from "../emotion/evidence-line";
import { LevelButtons } from "../emotion/level-buttons";
import { useLevelName } from "../emotion/levels";
import { TouchpointFailure } from "../failure/touchpoint-failure";
import type { EditTarget } from "../grid/grid-state";
import { MarkBadges } from "../read/read-marks";
import { OutlineLane } from "./outline-lane";
import { isTextOf } from "./outline-write";
import { LaneMenu } from "./structure-menus";
import { TapText } from "./tap-text";
import type { Openers, OutlineWrite } from "./outline-write";

interface OutlineTouchpointProps {
  readonly map: JourneyMap;
  readonly touchpoint: Touchpoint;
  readonly write: OutlineWrite | null;
  readonly open: Openers | null;
}

/** One touchpoint with everything that its lanes say. */
export function OutlineTouchpoint({
  map,
  touchpoint,
  write,
  open,
}: OutlineTouchpointProps) {
  return (
    <article
      data-touchpoint={touchpoint.id}
      className="scroll-mt-16 border-b-8 border-sunken"
    >
      <TouchpointHeading {...{ map, touchpoint, write, open }} />
      {map.lanes.map((lane) => (
        <LaneOf key={lane.id} {...{ map, lane, touchpoint, write, open }} />
      ))}
    </article>
  );
}

function TouchpointHeading({
  map,
  touchpoint,
  write,
  open,
}: OutlineTouchpointProps) {
  const t = useTranslations("map");
  const { id } = touchpoint;
  const title = touchpoint.title || t("untitled.touchpoint");
  const target: EditTarget = {
    kind: "text",
    ref: { kind: "touchpoint", id, field: "title" },
  };
  const isEditing = write !== null && isTextOf(write.target, id, "title");
  return (
    <header className="flex items-start gap-1 border-b border-line bg-paper px-4 py-3">
      <div className="min-w-0 flex-1">
        <MarkBadges place={`touchpoint:${id}`} />
        <h3 className="text-md hyphens-auto">
          {isEditing ? write.renderEditor({ target, replace: false }) : title}
        </h3>
        <TouchpointFacts touchpoint={touchpoint} />
        <TouchpointFailure {...{ map, touchpoint }} />
      </div>
      <TalkHere kind="touchpoint" id={id} />
      {write && !isEditing ? (
        <IconButton label={t("menu.rename")} onPress={() => write.edit(target)}>
          <Pencil aria-hidden="true" />
        </IconButton>
      ) : null}
      {open && !isEditing ? (
        <IconButton
          label={t("outline.open", { what: title })}
          onPress={() => open.openTouchpoint(id)}
        >
          <ChevronRight aria-hidden="true" />
        </IconButton>
      ) : null}
    </header>
  );
}

interface LaneOfProps extends OutlineTouchpointProps {
  readonly lane: Lane;
}

function LaneOf({ map, lane, touchpoint, write, open }: LaneOfProps) {
  const isCards = LANE_KIND_INFO[lane.kind].holdsCards;
  if (isCards && lane.span === "stage") return null;
  if (isCards)
    return (
      <OutlineLane {...{ map, lane, write, open }} columnId={touchpoint.id} />
    );
  if (lane.kind === "line") return <LineInList lane={lane} />;
  if (lane.kind === "touchpoint") return null;
  if (lane.kind === "emotion")
    return <Feelings {...{ map, lane, touchpoint, write, open }} />;
  return <FieldOf {...{ map, lane, touchpoint, write, open }} />;
}

function FieldOf({ map, lane, touchpoint, write, open }: LaneOfProps) {
  const t = useTranslations("map");
  const { id } = touchpoint;
  const isMessage = lane.kind === "message";
  const target: EditTarget = {
    kind: "text",
    ref: { kind: "touchpoint", id, field: "message" },
  };
  const isEditing =
    write !== null && isMessage && isTextOf(write.target, id, "message");
  const handleTap = () =>
    isMessage ? write?.edit(target) : open?.openTouchpoint(id);
  return (
    <div className="border-b border-line px-4 py-3">
      <h4 className="mb-1 flex items-center gap-1.5 text-xs font-medium text-ink-2">
        <LaneIcon kind={lane.kind} className="size-3.5" />
        {lane.title || t(`lane.${lane.kind}.name`)}
        {write && !isEditing ? <LaneMenu {...{ lane, write }} /> : null}
        {write && !isEditing ? (
          <button
            type="button"
            onClick={handleTap}
            aria-label={`${t("menu.edit")}: ${lane.title}`}
            className="-my-2 -mr-2 ml-auto flex size-11 items-center justify-center rounded-md text-ink-3"
          >
            <Pencil aria-hidden="true" className="size-3.5" />
          </button>
        ) : null}
      </h4>
      <div className="text-base leading-6">
        <FieldFace
          kind={lane.kind}
          touchpoint={touchpoint}
          attachments={attachmentsIn(map, lane.kind, id)}
          editor={
            isEditing ? (
              write.renderEditor({ target, replace: false })
            ) : write && isMessage ? (
              <TapText text={touchpoint.message} onTap={handleTap} />
            ) : undefined
          }
        />
      </div>
    </div>
  );
}

function Feelings({ map, lane, touchpoint, write }: LaneOfProps) {
  const t = useTranslations("map");
  const { personaOf } = useCatalogue();
  return (
    <div className="border-b border-line px-4 py-3">
      <h4 className="mb-1 flex items-center gap-1.5 text-xs font-medium text-ink-2">
        <LaneIcon kind={lane.kind} className="size-3.5" />
        {lane.title || t("lane.emotion.name")}
        {write ? <LaneMenu {...{ lane, write }} /> : null}
      </h4>
      {map.personas.map((id) => {
        const name = personaOf(id)?.name ?? t("untitled.any");
        return (
          <div
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-3"
          >
            {map.personas.length > 1 ? (
              <span className="text-sm">{name}</span>
            ) : null}
            {write ? (
              <LevelButtons
                label={t("outline.feeling", { name })}
                value={touchpoint.emotions[id] ?? null}
                onPick={(value) => write.setEmotion(touchpoint.id, id, value)}
              />
            ) : (
              <Level value={touchpoint.emotions[id] ?? null} />
            )}
            <span className="w-full text-sm text-ink-2 empty:hidden">
              <EvidenceLine touchpointId={touchpoint.id} personaId={id} />
            </span>
          </div>
        );
      })}
    </div>
  );
}

/** The one face that counts, with its word; who only reads has no use for the others. */
function Level({ value }: { readonly value: Emotion | null }) {
  const levelName = useLevelName();
  return (
    <p className="flex min-h-8 items-center gap-2 text-base">
      {value === null ? null : (
        <EmotionFace value={value} isHollow className="size-6" />
      )}
      <span className={value === null ? "text-ink-3" : undefined}>
        {levelName(value)}
      </span>
    </p>
  );
}
