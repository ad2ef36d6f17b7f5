"use client";

import { ChevronDown } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { useCanWrite } from "@/components/room/use-room-state";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";

const chip =
  "inline-flex h-6 max-w-56 shrink-0 items-center gap-1 rounded-full border border-line px-2 text-xs text-ink-2 [&_svg]:size-3 [&_svg]:shrink-0";

interface StateChipProps<Id extends string> {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly onChoose: (id: Id) => void;
}

/** One thing that is said of the whole map, and what else could be. */
export function StateChip<Id extends string>({
  label,
  value,
  options,
  onChoose,
}: StateChipProps<Id>) {
  const words = <span className="truncate">{value}</span>;
  if (!useCanWrite()) return <span className={chip}>{words}</span>;
  return (
    <Menu
      label={label}
      placement="bottom start"
      trigger={
        <AriaButton
          aria-label={`${label}: ${value}`}
          className={`${chip} hover:bg-hover pointer-coarse:h-11`}
        >
          {words}
          <ChevronDown aria-hidden="true" />
        </AriaButton>
      }
    >
      {options.map(({ id, name }) => (
        <MenuItem key={id} onAction={() => onChoose(id)}>
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}
