"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import type { Lane, Stage } from "@/lib/journey/journey-map";
import type { OutlineWrite } from "./outline-write";

interface StageMenuProps {
  readonly stage: Stage;
  /** Whatever is done with it, this stage stays the one that is shown. */
  readonly keep: () => void;
  readonly write: OutlineWrite;
}

/** What can be done with a whole stage where there are no headings to take hold of. */
export function StageMenu({ stage, keep, write }: StageMenuProps) {
  const t = useTranslations("map");
  const name = stage.title || t("untitled.stage");
  const subject = { kind: "stage" as const, id: stage.id };
  const keeping = (work: () => void) => () => {
    keep();
    work();
  };
  return (
    <Menu
      label={t("outline.stageMenu", { name })}
      trigger={
        <IconButton label={t("outline.stageMenu", { name })}>
          <Ellipsis aria-hidden="true" />
        </IconButton>
      }
    >
      <MenuItem onAction={keeping(() => write.openSettings(subject))}>
        {t("outline.stageSettings")}
      </MenuItem>
      <MenuItem onAction={keeping(() => write.foldStage(stage))}>
        {t(stage.collapsed ? "outline.unfoldStage" : "outline.foldStage")}
      </MenuItem>
      <MenuItem onAction={keeping(() => write.moveTo(subject))}>
        {t("menu.moveTo")}
      </MenuItem>
      <MenuItem isDanger onAction={() => write.remove(subject)}>
        {t("menu.delete.stage")}
      </MenuItem>
    </Menu>
  );
}

interface LaneMenuProps {
  readonly lane: Lane;
  readonly write: OutlineWrite;
}

/** The same for a lane, beside its name. */
export function LaneMenu({ lane, write }: LaneMenuProps) {
  const t = useTranslations("map");
  const name = lane.title || t(`lane.${lane.kind}.name`);
  const subject = { kind: "lane" as const, id: lane.id };
  return (
    <Menu
      label={t("outline.laneMenu", { name })}
      trigger={
        <IconButton label={t("outline.laneMenu", { name })} className="-my-2">
          <Ellipsis aria-hidden="true" />
        </IconButton>
      }
    >
      <MenuItem onAction={() => write.openSettings(subject)}>
        {t("menu.settings")}
      </MenuItem>
      <MenuItem onAction={() => write.addLaneBelow(lane.id)}>
        {t("add.laneBelow")}
      </MenuItem>
      <MenuItem onAction={() => write.moveTo(subject)}>
        {t("menu.moveTo")}
      </MenuItem>
      <MenuItem isDanger onAction={() => write.remove(subject)}>
        {t("menu.delete.lane")}
      </MenuItem>
    </Menu>
  );
}
