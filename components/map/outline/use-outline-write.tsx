"use client";

import { useCallback, useMemo, useState } from "react";
import { useRoom } from "@/components/room/room-context";
import { useCommands } from "@/components/room/use-commands";
import { asId } from "@/lib/journey/ids";
import type { CardId } from "@/lib/journey/ids";
import { setEmotion } from "@/lib/journey/emotions";
import { addStage, setStage } from "@/lib/journey/stages";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { useEditorUi } from "../editor-ui";
import type { Edit, EditTarget } from "../grid/grid-state";
import type { Structure } from "../grid/use-structure";
import { OutlineEditor } from "./outline-editor";
import type { OutlineWrite } from "./outline-write";
import { useOpeners } from "./use-openers";

/** Writing in a map that is no grid: one text at a time, in its place; null while nothing may be written. */
export function useOutlineWrite(structure: Structure): OutlineWrite | null {
  const { ctx, run } = useCommands();
  const ui = useEditorUi();
  const { source } = useRoom();
  const open = useOpeners();
  const [target, edit] = useState<EditTarget | null>(null);
  // Leaving a field must not close the one that was opened in its place.
  const done = useCallback(
    ({ target: left }: Edit) => edit((now) => (isSame(now, left) ? null : now)),
    [],
  );
  return useMemo<OutlineWrite | null>(
    () =>
      ctx && {
        target,
        edit,
        addCard: (laneId, columnId) => {
          const cardId = asId<CardId>(ctx.newId());
          edit({ kind: "new-card", laneId, columnId, before: null, cardId });
        },
        renderEditor: (what, onEnter) => (
          <OutlineEditor
            key={JSON.stringify(what)}
            edit={what}
            onDone={() => done(what)}
            onEnter={onEnter}
          />
        ),
        setEmotion: (touchpointId, personaId, value) =>
          void run((context) =>
            setEmotion(context, { touchpointId, personaId, value }),
          ),
        open,
        moveTo: (subject) => ui.show({ kind: "move-to", subjects: [subject] }),
        remove: structure.remove,
        addTouchpoint: (stageId) => {
          const made = run((context) => addTouchpoint(context, { stageId }));
          if (!made?.ok) return;
          const ref = {
            kind: "touchpoint",
            id: made.touchpointId,
            field: "title",
          } as const;
          edit({ kind: "text", ref });
        },
        foldStage: ({ id, collapsed }) =>
          void run((context) =>
            setStage(context, { stageId: id, collapsed: !collapsed }),
          ),
        addLaneBelow: (laneId) => {
          const { lanes } = source.get();
          const at = lanes.findIndex(({ id }) => id === laneId);
          const before = at < 0 ? null : (lanes[at + 1]?.id ?? null);
          ui.show({ kind: "add-lane", before });
        },
        openSettings: ({ kind, id }) =>
          kind === "stage"
            ? ui.show({ kind: "stage-settings", stageId: id })
            : ui.show({ kind: "lane-settings", laneId: id }),
        addStage: () => {
          const made = run((context) => addStage(context, {}));
          if (made?.ok)
            ui.show({ kind: "stage-settings", stageId: made.stageId });
        },
      },
    [ctx, run, ui, source, structure, target, done, open],
  );
}

function isSame(one: EditTarget | null, other: EditTarget): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
