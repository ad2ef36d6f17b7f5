"use client";

import { UserRoundX } from "lucide-react";
import { ToggleButton } from "react-aria-components";
import { buttonStyle } from "@/components/ui/button-style";

interface WithoutOwnerToggleProps {
  /** Says also how many there are. */
  readonly label: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Narrows a list to what nobody is responsible for. Where there is nothing of it, it is not there either. */
export function WithoutOwnerToggle(props: WithoutOwnerToggleProps) {
  const { label, count, isOn, onChange } = props;
  if (count === 0 && !isOn) return null;
  return (
    <ToggleButton
      isSelected={isOn}
      onChange={onChange}
      className={buttonStyle(
        "secondary",
        "md",
        "whitespace-normal data-selected:border-accent data-selected:bg-accent-tint data-selected:text-accent",
      )}
    >
      <UserRoundX aria-hidden="true" />
      {label}
    </ToggleButton>
  );
}
