"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/room/use-commands";
import { useCustomer } from "@/components/room/use-customer-word";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import { YTextField } from "@/components/room/y-text-field";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { TextArea } from "@/components/ui/text-area";
import type { LaneId } from "@/lib/journey/ids";
import type { Lane } from "@/lib/journey/journey-map";
import { setLane } from "@/lib/journey/lanes";
import type { LanePatch } from "@/lib/journey/lanes";
import {
  BLUEPRINT_LINES,
  blueprintLine,
  lineVisibility,
  VISIBILITIES,
} from "@/lib/journey/vocabulary";
import type { Structure } from "../grid/use-structure";
import { useHideLane } from "../lanes/use-hide-lane";
import { laneIn } from "../map-index";
import { SettingsDialog } from "./settings-dialog";

interface LaneSettingsProps {
  readonly laneId: LaneId;
  readonly structure: Structure;
  readonly onClose: () => void;
}

/** What is true of a whole lane. */
export function LaneSettings({
  laneId,
  structure,
  onClose,
}: LaneSettingsProps) {
  const t = useTranslations("map");
  const lane = useJourneyMap((map) => laneIn(map, laneId));
  const canWrite = useCanWrite();
  const hide = useHideLane();
  if (!lane) return null;
  return (
    <SettingsDialog
      title={t("laneSettings.title")}
      of={{ kind: "lane", id: laneId }}
      {...{ structure, onClose }}
    >
      <LaneFields lane={lane} canWrite={canWrite} />
      <Button
        className="mt-4 self-start"
        onPress={() => {
          onClose();
          hide(laneId);
        }}
      >
        {t("hideLane.menu")}
      </Button>
    </SettingsDialog>
  );
}

const HEIGHTS = { auto: null, medium: 160, tall: 280 } as const;
type Height = keyof typeof HEIGHTS;
const heightNames: readonly Height[] = ["auto", "medium", "tall"];

interface LaneFieldsProps {
  readonly lane: Lane;
  readonly canWrite: boolean;
}

function LaneFields({ lane, canWrite }: LaneFieldsProps) {
  const t = useTranslations("map");
  const customer = useCustomer();
  const { run } = useCommands();
  const set = (patch: LanePatch) =>
    run((ctx) => setLane(ctx, { laneId: lane.id, ...patch }));
  const height = heightNames.findLast(
    (name) => (HEIGHTS[name] ?? 0) <= (lane.height ?? 0),
  );
  return (
    <div className="flex flex-col gap-4">
      <YTextField
        textRef={{ kind: "lane", id: lane.id, field: "title" }}
        value={lane.title}
        label={t("edit.lane")}
      />
      <HintField
        lane={lane}
        canWrite={canWrite}
        onSet={(hint) => set({ hint })}
      />
      {lane.kind === "line" ? (
        <Select
          label={t("laneSettings.line")}
          value={blueprintLine(lane.visibility)}
          isDisabled={!canWrite}
          options={BLUEPRINT_LINES.map((id) => ({
            id,
            label: t(`line.${id}.name`),
          }))}
          onChange={(line) => set({ visibility: lineVisibility(line) })}
        />
      ) : (
        <Select
          label={t("laneSettings.visibility")}
          description={t("laneSettings.visibilityHint")}
          value={lane.visibility}
          isDisabled={!canWrite}
          options={VISIBILITIES.map((id) => ({
            id,
            label: t(`visibility.${id}`, customer),
          }))}
          onChange={(visibility) => set({ visibility })}
        />
      )}
      {lane.kind === "line" || lane.kind === "emotion" ? null : (
        <Select
          label={t("laneSettings.height")}
          value={height ?? "auto"}
          isDisabled={!canWrite}
          options={heightNames.map((id) => ({
            id,
            label: t(`laneSettings.heights.${id}`),
          }))}
          onChange={(name) => set({ height: HEIGHTS[name] })}
        />
      )}
      {lane.kind === "line" ? null : (
        <Switch
          isSelected={lane.collapsed}
          isDisabled={!canWrite}
          onChange={(collapsed) => set({ collapsed })}
        >
          {t("laneSettings.collapsed")}
        </Switch>
      )}
    </div>
  );
}

interface HintFieldProps extends LaneFieldsProps {
  readonly onSet: (hint: string | null) => void;
}

/** One value and no shared text, so it is written when the field is left, not at every key. */
function HintField({ lane, canWrite, onSet }: HintFieldProps) {
  const t = useTranslations("map");
  const [hint, setHint] = useState(lane.hint ?? "");
  return (
    <TextArea
      label={t("laneSettings.hint")}
      description={t("laneSettings.hintHint")}
      rows={2}
      value={hint}
      isReadOnly={!canWrite}
      onChange={setHint}
      onBlur={() => {
        if (hint.trim() !== (lane.hint ?? "")) onSet(hint.trim() || null);
      }}
    />
  );
}
