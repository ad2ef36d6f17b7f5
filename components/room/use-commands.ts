"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { showToast } from "@/components/ui/toast";
import type { CommandContext, CommandResult } from "@/lib/journey/command";
import { newId } from "./new-id";
import { useRoom } from "./room-context";
import { useCanWrite } from "./use-room-state";

export type Command<T extends object> = (
  ctx: CommandContext,
) => CommandResult<T>;

export interface Commands {
  /** For texts and other work beside commands; null while nothing may be written. */
  readonly ctx: CommandContext | null;
  /** Does a command and says why if it was refused; null where nothing may be written. */
  readonly run: <T extends object>(
    command: Command<T>,
  ) => CommandResult<T> | null;
}

/** The one door through which this page changes the map. */
export function useCommands(): Commands {
  const { client, me } = useRoom();
  const canWrite = useCanWrite();
  const t = useTranslations("room");
  return useMemo(() => {
    if (!client || !canWrite) return { ctx: null, run: () => null };
    const ctx: CommandContext = {
      doc: client.doc,
      actorId: me.id,
      now: () => Date.now(),
      newId,
      random: () => Math.random(),
      origin: client.origin,
      undo: client.undo,
    };
    return {
      ctx,
      run: (command) => {
        const result = command(ctx);
        if (!result.ok)
          showToast({ text: t(`refused.${result.reason}`), tone: "danger" });
        return result;
      },
    };
  }, [client, canWrite, me.id, t]);
}
