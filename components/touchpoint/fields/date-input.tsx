"use client";

import { useId, useState } from "react";
import { cx } from "@/components/ui/cx";
import { fieldStyle } from "@/components/ui/field";
import { inputStyle } from "@/components/ui/input-style";

interface DateInputProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** ISO 8601 day. */
  readonly value: string | null;
  /** Once, when the field is left. */
  readonly onCommit: (value: string | null) => void;
  readonly isDisabled?: boolean;
}

/** A day, by the browser's own calendar, which knows the person's habits. */
export function DateInput({
  label,
  isLabelHidden,
  value,
  onCommit,
  isDisabled,
}: DateInputProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    setDraft(null);
    if (draft !== null && draft !== (value ?? "")) onCommit(draft || null);
  };
  return (
    <div className={cx(fieldStyle, "max-w-48")}>
      <label
        htmlFor={id}
        className={isLabelHidden ? "sr-only" : "text-sm font-medium"}
      >
        {label}
      </label>
      <input
        id={id}
        type="date"
        max="9999-12-31"
        value={draft ?? value ?? ""}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === "Enter" && commit()}
        disabled={isDisabled}
        className={cx(
          inputStyle,
          "focus:border-focus focus:ring-1 focus:ring-focus disabled:opacity-60 pointer-coarse:h-11",
          isLabelHidden ? "h-8 text-sm" : "h-9",
        )}
      />
    </div>
  );
}
