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
  return useCommandsWhile(useCanWrite());
}

/** The same for the little that also somebody may do who only looks at the moment, such as ticking off a task. */
export function useCommandsWhile(canWrite: boolean): Commands {
  const { client, me } = useRoom();
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
