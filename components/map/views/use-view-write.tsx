"use client";

import { UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useCommands } from "@/components/room/use-commands";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { addChannel, removeChannel } from "@/lib/journey/channels";
import { setOwner } from "@/lib/journey/owners";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { useEditorUi } from "../editor-ui";
import type { EmotionDraft } from "../emotion/lines";
import type { Structure } from "../grid/use-structure";
import { useOutlineWrite } from "../outline/use-outline-write";
import { LazyPersonaAdder } from "../persona/lazy-persona-adder";
import type { ViewWrite } from "./view-props";

/** All that views other than the map write, by the same commands; null while nothing may be written. */
export function useViewWrite(
  structure: Structure,
  tellDraft: (draft: EmotionDraft | null) => void,
): ViewWrite | null {
  const { run } = useCommands();
  const ui = useEditorUi();
  const words = useOutlineWrite(structure);
  return useMemo<ViewWrite | null>(
    () =>
      words && {
        ...words,
        tellDraft,
        addTouchpoint: (stageId) => {
          const made = run((ctx) => addTouchpoint(ctx, { stageId }));
          if (made?.ok)
            ui.openRecord({ kind: "touchpoint", id: made.touchpointId });
        },
        addLane: () => ui.show({ kind: "add-lane", before: null }),
        setRole: (touchpointId, stakeholderId, role) =>
          void run((ctx) =>
            setOwner(ctx, { touchpointId, stakeholderId, role }),
          ),
        setChannel: (touchpointId, channelId, isOn) =>
          void run((ctx) =>
            (isOn ? addChannel : removeChannel)(ctx, {
              touchpointId,
              channelId,
            }),
          ),
        pickOwner: (id, at) =>
          ui.show({ kind: "owner", touchpointIds: [id], taskIds: [], at }),
        pickChannels: (id, at) =>
          ui.show({ kind: "channels", touchpointIds: [id], at }),
        personaAsker: <PersonaAsker />,
      },
    [words, tellDraft, run, ui],
  );
}

function PersonaAsker() {
  const t = useTranslations("touchpoint.personas");
  return (
    <Popover
      label={t("ask")}
      className="w-80"
      trigger={
        <Button variant="primary">
          <UserRoundPlus aria-hidden="true" />
          {t("ask")}
        </Button>
      }
    >
      {(close) => <LazyPersonaAdder isFirst onClose={close} />}
    </Popover>
  );
}
