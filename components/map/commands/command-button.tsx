"use client";

import { IconButton } from "@/components/ui/icon-button";
import type { IconButtonProps } from "@/components/ui/icon-button";
import { useKeyNames } from "../menus/key-names";
import type { OfferedCommand } from "./use-command";

interface CommandButtonProps extends Pick<
  IconButtonProps,
  "isDisabled" | "size" | "placement"
> {
  readonly command: OfferedCommand;
}

/** A command as a button: its name and keys are in the tooltip. */
export function CommandButton({ command, ...props }: CommandButtonProps) {
  const named = useKeyNames();
  const { label, keys, icon, run } = command;
  return (
    <IconButton
      {...props}
      label={label}
      keys={keys && named(keys)}
      onPress={run}
    >
      {icon}
    </IconButton>
  );
}
