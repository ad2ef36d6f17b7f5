"use client";

import { useTranslations } from "next-intl";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import { YTextField } from "@/components/room/y-text-field";
import { Select } from "@/components/ui/select";
import type { StageId } from "@/lib/journey/ids";
import { setStage } from "@/lib/journey/stages";
import { COLOURS } from "@/lib/journey/vocabulary";
import type { Structure } from "../grid/use-structure";
import { stageIn } from "../map-index";
import { SettingsDialog } from "./settings-dialog";

interface StageSettingsProps {
  readonly stageId: StageId;
  readonly structure: Structure;
  readonly onClose: () => void;
}

const choices = ["none", ...COLOURS] as const;

/** What happens in a stage, and its colour. */
export function StageSettings({
  stageId,
  structure,
  onClose,
}: StageSettingsProps) {
  const t = useTranslations("map");
  const stage = useJourneyMap((map) => stageIn(map, stageId));
  const { run } = useCommands();
  const canWrite = useCanWrite();
  if (!stage) return null;
  return (
    <SettingsDialog
      title={t("stageSettings.title")}
      of={{ kind: "stage", id: stageId }}
      {...{ structure, onClose }}
    >
      <div className="flex flex-col gap-4">
        <YTextField
          textRef={{ kind: "stage", id: stageId, field: "title" }}
          value={stage.title}
          label={t("edit.stage")}
        />
        <YTextField
          textRef={{ kind: "stage", id: stageId, field: "description" }}
          value={stage.description}
          label={t("stageSettings.description")}
          description={t("stageSettings.descriptionHint")}
          rows={3}
        />
        <Select
          label={t("menu.colour")}
          value={stage.colour ?? "none"}
          isDisabled={!canWrite}
          options={choices.map((id) => ({ id, label: t(`colour.${id}`) }))}
          onChange={(colour) =>
            run((ctx) =>
              setStage(ctx, {
                stageId,
                colour: colour === "none" ? null : colour,
              }),
            )
          }
        />
      </div>
    </SettingsDialog>
  );
}
