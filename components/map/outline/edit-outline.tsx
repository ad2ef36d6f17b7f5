"use client";

import { useCallback, useMemo, useState } from "react";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { asId } from "@/lib/journey/ids";
import type { CardId } from "@/lib/journey/ids";
import { setEmotion } from "@/lib/journey/emotions";
import { addStage } from "@/lib/journey/stages";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { useEditorUi } from "../editor-ui";
import type { EditTarget } from "../grid/grid-state";
import type { Structure } from "../grid/use-structure";
import { Outline } from "./outline";
import { OutlineEditor } from "./outline-editor";
import type { OutlineWrite } from "./outline-write";

/** The list of a map that may be changed, by touch. */
export function EditOutline({ structure }: { readonly structure: Structure }) {
  const map = useJourneyMap((whole) => whole);
  const { ctx, run } = useCommands();
  const ui = useEditorUi();
  const [target, edit] = useState<EditTarget | null>(null);
  const done = useCallback(() => edit(null), []);
  const write = useMemo<OutlineWrite | null>(
    () =>
      ctx && {
        target,
        edit,
        addCard: (laneId, columnId) => {
          const cardId = asId<CardId>(ctx.newId());
          edit({ kind: "new-card", laneId, columnId, before: null, cardId });
        },
        renderEditor: (what) => (
          <OutlineEditor key={JSON.stringify(what)} edit={what} onDone={done} />
        ),
        setEmotion: (touchpointId, personaId, value) =>
          void run((open) =>
            setEmotion(open, { touchpointId, personaId, value }),
          ),
        openTouchpoint: (id) => ui.openRecord({ kind: "touchpoint", id }),
        openCard: (id) => ui.openRecord({ kind: "card", id }),
        moveTo: (subject) => ui.show({ kind: "move-to", subjects: [subject] }),
        remove: structure.remove,
        addTouchpoint: (stageId) => {
          const made = run((open) => addTouchpoint(open, { stageId }));
          if (!made?.ok) return;
          const ref = {
            kind: "touchpoint",
            id: made.touchpointId,
            field: "title",
          } as const;
          edit({ kind: "text", ref });
        },
        addStage: () => {
          const made = run((open) => addStage(open, {}));
          if (made?.ok)
            ui.show({ kind: "stage-settings", stageId: made.stageId });
        },
      },
    [ctx, run, ui, structure, target, done],
  );
  return <Outline map={map} write={write} />;
}
