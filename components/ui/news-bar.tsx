"use client";

import { ArrowUp } from "lucide-react";
import { Button } from "./button";

interface NewsBarProps {
  /** How much it is; null where nothing came. */
  readonly label: string | null;
  readonly onShow: () => void;
}

/** Offers what came since a list was read. It is there before anything came: else a screen reader would not hear of it. */
export function NewsBar({ label, onShow }: NewsBarProps) {
  return (
    <div role="status" className="empty:sr-only">
      {label === null ? null : (
        <Button size="sm" onPress={onShow}>
          <ArrowUp aria-hidden="true" />
          {label}
        </Button>
      )}
    </div>
  );
}
