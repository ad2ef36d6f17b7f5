"use client";

import type { ReactElement } from "react";
import { Popover } from "@/components/ui/popover";
import { Tooltip } from "@/components/ui/tooltip";

interface BadgeReasonProps {
  readonly name: string;
  readonly reason: string;
  /** The badge itself, which is a button. */
  readonly children: ReactElement<object>;
}

/** What a badge means: in its tooltip, and beside it once it is pressed, because a finger brings no tooltip. */
export function BadgeReason({ name, reason, children }: BadgeReasonProps) {
  return (
    <Popover
      label={name}
      placement="bottom end"
      className="w-72"
      trigger={<Tooltip text={reason}>{children}</Tooltip>}
    >
      <p className="text-sm font-semibold">{name}</p>
      <p className="mt-1 text-sm hyphens-auto text-ink-2">{reason}</p>
    </Popover>
  );
}
