"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useEditorUi } from "../editor-ui";
import type { Orders } from "../grid/use-orders";
import { commandOf } from "./map-commands";
import type { CommandId, DoableId } from "./map-commands";

export interface CommandFace {
  readonly id: CommandId;
  readonly label: string;
  /** As they are written everywhere; `useKeyNames` writes them as they stand on the reader's keyboard. */
  readonly keys: string | undefined;
}

/** A command that can be carried out. Its picture is with whoever shows one: most are in menus, which come later. */
export interface DoableCommand extends CommandFace {
  readonly run: () => void;
}

/** Name and keys of a command; a single letter is no key while those are switched off. */
export function useCommandFace(): (id: CommandId) => CommandFace {
  const t = useTranslations("seeing.command");
  const { singleKeys } = useEditorUi();
  return useCallback(
    (id) => {
      const { keys, isSingle } = commandOf(id);
      const isOff = isSingle === true && !singleKeys;
      return { id, label: t(id), keys: isOff ? undefined : keys[0] };
    },
    [t, singleKeys],
  );
}

/** Commands by name, key and what they do. */
export function useDoable(orders: Orders): (id: DoableId) => DoableCommand {
  const face = useCommandFace();
  return useCallback(
    (id) => {
      const { order } = commandOf(id);
      return {
        ...face(id),
        run: () => {
          if (order) orders.obey(order);
        },
      };
    },
    [face, orders],
  );
}
