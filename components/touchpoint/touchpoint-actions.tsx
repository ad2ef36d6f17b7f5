"use client";

import { ChevronLeft, ChevronRight, MoreHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useContext } from "react";
import { useHistoryHref } from "@/components/history/history-href";
import { EditorUiContext } from "@/components/map/editor-ui";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { MenuItem, MenuSeparator } from "@/components/ui/menu-item";
import { showToast } from "@/components/ui/toast";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import type { TouchpointId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import {
  deleteTouchpoint,
  duplicateTouchpoint,
  reviveTouchpoint,
} from "@/lib/journey/touchpoints";

interface TouchpointActionsProps {
  readonly touchpointId: TouchpointId;
  readonly title: string;
  readonly canWrite: boolean;
  readonly onClose: () => void;
  readonly onOpen: (touchpointId: TouchpointId) => void;
}

/** To the neighbours, and what can be done with the whole record. */
export function TouchpointActions(props: TouchpointActionsProps) {
  const { touchpointId, title, canWrite, onClose, onOpen } = props;
  const t = useTranslations("touchpoint");
  const common = useTranslations("common");
  const { run } = useCommands();
  const ui = useContext(EditorUiContext);
  const historyHref = useHistoryHref(touchpointId);
  const previous = useJourneyMap((map) => neighbour(map, touchpointId, -1));
  const next = useJourneyMap((map) => neighbour(map, touchpointId, 1));

  const handleDelete = () => {
    const result = run((ctx) => deleteTouchpoint(ctx, { touchpointId }));
    if (!result?.ok) return;
    const undo = () =>
      void run((ctx) => reviveTouchpoint(ctx, { touchpointId }));
    showToast({
      text: t("deleted", { title }),
      action: { label: common("undo"), run: undo },
    });
    onClose();
  };
  const handleDuplicate = () => {
    const result = run((ctx) => duplicateTouchpoint(ctx, { touchpointId }));
    if (result?.ok) onOpen(result.touchpointId);
  };
  return (
    <>
      <IconButton
        label={t("previous")}
        isDisabled={!previous}
        onPress={() => previous && onOpen(previous)}
      >
        <ChevronLeft aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t("next")}
        isDisabled={!next}
        onPress={() => next && onOpen(next)}
      >
        <ChevronRight aria-hidden="true" />
      </IconButton>
      <Menu
        label={common("more")}
        trigger={
          <IconButton label={common("more")}>
            <MoreHorizontal aria-hidden="true" />
          </IconButton>
        }
      >
        {canWrite ? (
          <MenuItem onAction={handleDuplicate}>{t("duplicate")}</MenuItem>
        ) : null}
        {canWrite && ui ? (
          <MenuItem
            onAction={() =>
              ui.show({
                kind: "move-to",
                subjects: [{ kind: "touchpoint", id: touchpointId }],
              })
            }
          >
            {t("moveTo")}
          </MenuItem>
        ) : null}
        <MenuItem href={historyHref}>{t("history")}</MenuItem>
        {canWrite ? <MenuSeparator /> : null}
        {canWrite ? (
          <MenuItem isDanger onAction={handleDelete}>
            {t("delete")}
          </MenuItem>
        ) : null}
      </Menu>
    </>
  );
}

/** The touchpoint before or after another in the order of the map. */
function neighbour(
  map: JourneyMap,
  id: TouchpointId,
  step: 1 | -1,
): TouchpointId | null {
  const all = map.stages.flatMap(({ touchpoints }) => touchpoints);
  const at = all.findIndex((touchpoint) => touchpoint.id === id);
  return at < 0 ? null : (all[at + step]?.id ?? null);
}
