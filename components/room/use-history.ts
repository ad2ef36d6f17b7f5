"use client";

import { useTranslations } from "next-intl";
import { useCallback, useSyncExternalStore } from "react";
import { showToast } from "@/components/ui/toast";
import type { UndoResult } from "@/lib/journey/undo";
import { useRoom } from "./room-context";
import { useCanWrite } from "./use-room-state";
import { useWriter } from "./use-writer";

export interface History {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Takes back my own last change, and says why where that cannot be; null where nothing may be written. */
  readonly undo: () => UndoResult | null;
  readonly redo: () => UndoResult | null;
}

const never = () => () => {};

/** What I did on this page, to take back and do again. */
export function useHistory(): History {
  const { client } = useRoom();
  const canWrite = useCanWrite();
  const t = useTranslations("room");
  const writerOf = useWriter();
  const subscribe = client?.undo.subscribe ?? never;
  const canUndo = useSyncExternalStore(
    subscribe,
    () => canWrite && (client?.undo.canUndo() ?? false),
    () => false,
  );
  const canRedo = useSyncExternalStore(
    subscribe,
    () => canWrite && (client?.undo.canRedo() ?? false),
    () => false,
  );
  const tell = useCallback(
    (result: UndoResult) => {
      if (result.ok || result.reason === "nothing") return result;
      const text =
        result.reason === "changed_since"
          ? t("changedSince", { ...writerOf(result.by) })
          : t(`refused.${result.reason}`);
      showToast({ text });
      return result;
    },
    [t, writerOf],
  );
  const undo = useCallback(
    () => (canWrite && client ? tell(client.undo.undo()) : null),
    [client, canWrite, tell],
  );
  const redo = useCallback(
    () => (canWrite && client ? tell(client.undo.redo()) : null),
    [client, canWrite, tell],
  );
  return { canUndo, canRedo, undo, redo };
}
