"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useRoom } from "@/components/room/room-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import type { SelectOption } from "@/components/ui/select";
import type { ColumnId, LaneId, StageId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { LANE_KIND_INFO } from "@/lib/journey/vocabulary";
import { listAt, placeBeside, placeOf } from "../grid/places";
import type { Place, Subject } from "../grid/places";
import { titleOf } from "../grid/use-place-words";
import type { Structure } from "../grid/use-structure";

interface MoveToDialogProps {
  /** All of one kind. */
  readonly subjects: readonly Subject[];
  readonly structure: Structure;
  readonly onClose: () => void;
}

const END = "end";

/** Chooses a place by its names, for whoever does not drag. */
export function MoveToDialog({
  subjects,
  structure,
  onClose,
}: MoveToDialogProps) {
  const t = useTranslations("map");
  const { source } = useRoom();
  const map = useJourneyMap((whole) => whole);
  const [place, setPlace] = useState<Place | null>(() =>
    startPlace(source.get(), subjects),
  );
  const only = subjects.length === 1 ? subjects[0] : undefined;
  const what = only ? titleOf(map, only.id) || t("untitled.any") : "";
  const handleMove = () => {
    onClose();
    if (place) structure.moveAll(subjects, place);
  };
  return (
    <Dialog
      title={
        only
          ? t("moveTo.title", { what })
          : t("many.move", { count: subjects.length })
      }
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="sm"
      footer={
        <>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button variant="primary" isDisabled={!place} onPress={handleMove}>
            {t("moveTo.move")}
          </Button>
        </>
      }
    >
      {place ? (
        <PlaceFields
          map={map}
          subjects={subjects}
          place={place}
          onChange={setPlace}
        />
      ) : (
        <p className="text-ink-2">{t("moveTo.nowhere")}</p>
      )}
    </Dialog>
  );
}

/** Something from the tray begins at the first place that could take it. */
function startPlace(
  map: JourneyMap,
  subjects: readonly Subject[],
): Place | null {
  const [subject] = subjects;
  if (!subject) return null;
  const now = placeOf(map, subject);
  const moved = new Set<string>(subjects.map(({ id }) => id));
  if (now) return placeBeside(map, now, moved);
  if (subject.kind === "touchpoint") {
    const stageId = map.stages[0]?.id;
    return stageId ? { kind: "touchpoint", stageId, before: null } : null;
  }
  const lane = cardLanes(map)[0];
  const columnId = lane && columnsOf(map, lane.id)[0]?.id;
  return lane && columnId
    ? {
        kind: "card",
        laneId: lane.id,
        columnId: columnId as ColumnId,
        before: null,
      }
    : null;
}

function cardLanes(map: JourneyMap) {
  return map.lanes.filter(({ kind }) => LANE_KIND_INFO[kind].holdsCards);
}

function columnsOf(
  map: JourneyMap,
  laneId: LaneId,
): { id: string; title: string; in?: string }[] {
  const lane = map.lanes.find(({ id }) => id === laneId);
  if (lane?.span === "stage")
    return map.stages.map(({ id, title }) => ({ id, title }));
  return map.stages.flatMap((stage) =>
    stage.touchpoints.map(({ id, title }) => ({ id, title, in: stage.title })),
  );
}

interface PlaceFieldsProps {
  readonly map: JourneyMap;
  readonly subjects: readonly Subject[];
  readonly place: Place;
  readonly onChange: (place: Place) => void;
}

function PlaceFields({ map, subjects, place, onChange }: PlaceFieldsProps) {
  const t = useTranslations("map");
  const name = (title: string) => title || t("untitled.any");
  const option = (thing: {
    id: string;
    title: string;
    in?: string;
  }): SelectOption => ({
    id: thing.id,
    label: name(thing.title),
    description: thing.in,
  });
  return (
    <div className="flex flex-col gap-4">
      {place.kind === "touchpoint" ? (
        <Select
          label={t("moveTo.stage")}
          value={place.stageId as string}
          options={map.stages.map(option)}
          onChange={(id) =>
            onChange({ ...place, stageId: id as StageId, before: null })
          }
        />
      ) : null}
      {place.kind === "card" ? (
        <>
          <Select
            label={t("moveTo.lane")}
            value={place.laneId as string}
            options={cardLanes(map).map(option)}
            onChange={(id) => {
              const laneId = id as LaneId;
              const columns = columnsOf(map, laneId);
              const kept =
                columns.find((column) => column.id === place.columnId) ??
                columns[0];
              if (kept)
                onChange({
                  ...place,
                  laneId,
                  columnId: kept.id as ColumnId,
                  before: null,
                });
            }}
          />
          <Select
            label={t("moveTo.column")}
            value={place.columnId as string}
            options={columnsOf(map, place.laneId).map(option)}
            onChange={(id) =>
              onChange({ ...place, columnId: id as ColumnId, before: null })
            }
          />
        </>
      ) : null}
      <Select
        label={t("moveTo.before")}
        value={(place.before as string | null) ?? END}
        options={[
          ...neighbours(map, subjects, place).map(option),
          { id: END, label: t("moveTo.end") },
        ]}
        onChange={(id) =>
          onChange({ ...place, before: id === END ? null : id } as Place)
        }
      />
    </div>
  );
}

function neighbours(
  map: JourneyMap,
  subjects: readonly Subject[],
  place: Place,
): { id: string; title: string }[] {
  const moved = new Set<string>(subjects.map(({ id }) => id));
  return listAt(map, place)
    .filter(({ id }) => !moved.has(id))
    .map(({ id }) => ({ id, title: titleOf(map, id) }));
}
