"use client";

import { useMemo, useSyncExternalStore } from "react";
import { usePlace } from "@/components/room/room-context";
import { useCommandsWhile } from "@/components/room/use-commands";
import { isOpen } from "@/components/room/use-room-state";
import { useEditorUi } from "../editor-ui";
import { tickTask } from "../facts/tick-task";
import type { Openers } from "./outline-write";

/** Whether this tab could change the map if it did not only look. */
function useCouldWrite(): boolean {
  const { seat, mayEdit } = usePlace();
  const read = () => {
    const state = seat.get()?.getState();
    return mayEdit && state?.isLoaded === true && isOpen(state);
  };
  return useSyncExternalStore(seat.onState, read, () => false);
}

/**
 * What also somebody may open who only reads. A task is ticked off by whoever may edit, although a phone begins by
 * reading: that is one small button, and nothing is moved by it.
 */
export function useOpeners(): Openers {
  const { openRecord } = useEditorUi();
  const { ctx, run } = useCommandsWhile(useCouldWrite());
  return useMemo(
    () => ({
      openTouchpoint: (id) => openRecord({ kind: "touchpoint", id }),
      openCard: (id) => openRecord({ kind: "card", id }),
      tick:
        ctx &&
        (({ id, task }) =>
          void (task && run((open) => tickTask(open, { id, task })))),
    }),
    [openRecord, ctx, run],
  );
}
