"use client";

import type { LucideIcon } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import type { IconButtonProps } from "@/components/ui/icon-button";
import { useKeyNames } from "../menus/key-names";
import type { DoableCommand } from "./use-doable";

interface CommandButtonProps extends Pick<
  IconButtonProps,
  "isDisabled" | "size" | "placement"
> {
  readonly command: DoableCommand;
  readonly icon: LucideIcon;
}

/** A command as a button: its name and keys are in the tooltip. */
export function CommandButton({
  command,
  icon: Icon,
  ...props
}: CommandButtonProps) {
  const named = useKeyNames();
  const { label, keys, run } = command;
  return (
    <IconButton
      {...props}
      label={label}
      keys={keys && named(keys)}
      onPress={run}
    >
      <Icon aria-hidden="true" />
    </IconButton>
  );
}
