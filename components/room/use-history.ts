"use client";

import { useTranslations } from "next-intl";
import { useCallback, useSyncExternalStore } from "react";
import { showToast } from "@/components/ui/toast";
import type { EntityId } from "@/lib/journey/ids";
import type { UndoResult } from "@/lib/journey/undo";
import { useRoom } from "./room-context";
import { useCanWrite } from "./use-room-state";
import { useWriter } from "./use-writer";

export interface History {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Takes back my own last change; the entity is where the view should go. */
  readonly undo: () => EntityId | null;
  readonly redo: () => EntityId | null;
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
    (result: UndoResult | undefined) => {
      if (!result || result.ok) return result?.entity ?? null;
      if (result.reason === "nothing") return null;
      const text =
        result.reason === "changed_since"
          ? t("changedSince", { ...writerOf(result.by) })
          : t(`refused.${result.reason}`);
      showToast({ text });
      return null;
    },
    [t, writerOf],
  );
  const undo = useCallback(
    () => tell(canWrite ? client?.undo.undo() : undefined),
    [client, canWrite, tell],
  );
  const redo = useCallback(
    () => tell(canWrite ? client?.undo.redo() : undefined),
    [client, canWrite, tell],
  );
  return { canUndo, canRedo, undo, redo };
}
