"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { cx } from "@/components/ui/cx";
import { inputStyle } from "@/components/ui/input-style";

interface ScoreInputProps {
  readonly label: string;
  readonly value: number | null;
  readonly max: number;
  /** Once, when the field is left or Enter is pressed, and only if it changed. */
  readonly onCommit: (value: number) => void;
  /** Which column it is in: Enter goes on to the same one of the next row. */
  readonly column: string;
}

/** A figure of a score; what is out of its range stays in the field and says so. */
export function ScoreInput(props: ScoreInputProps) {
  const { label, value, max, onCommit, column } = props;
  const t = useTranslations("opportunities");
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  // Going on to the next row leaves this field before it is drawn again, and it must not write twice.
  const held = useRef<string | null>(null);
  const hold = (text: string | null) => {
    held.current = text;
    setDraft(text);
  };
  const isWrong = draft !== null && isOutside(draft, max);
  const commit = (): boolean => {
    const text = held.current;
    if (text === null) return true;
    if (isOutside(text, max)) return false;
    hold(null);
    const typed = text.trim() === "" ? null : Number(text);
    if (typed !== null && typed !== value) onCommit(typed);
    return true;
  };
  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape") hold(null);
    if (event.key === "Enter" && commit()) goOn(event.currentTarget, column);
  };
  return (
    <span className="flex flex-col items-end gap-0.5 max-sm:items-stretch">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        min={0}
        max={max}
        step={1}
        data-score={column}
        value={draft ?? (value === null ? "" : String(value))}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-why` : undefined}
        onChange={(event) => hold(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={handleKeyDown}
        className={cx(
          inputStyle,
          "h-8 w-20 text-right text-sm tabular-nums focus:border-focus focus:ring-1 focus:ring-focus pointer-coarse:h-11",
          isWrong && "border-danger",
        )}
      />
      {isWrong ? (
        <span id={`${id}-why`} role="alert" className="text-xs text-danger">
          {t("range", { max })}
        </span>
      ) : null}
    </span>
  );
}

/** Nothing at all is not outside: then the figure stays as it is. */
function isOutside(text: string, max: number): boolean {
  const typed = Number(text);
  return !(Number.isFinite(typed) && typed >= 0 && typed <= max);
}

/** To the field of the same column in the next row. */
function goOn(field: HTMLInputElement, column: string): void {
  const all = field
    .closest("table")
    ?.querySelectorAll<HTMLInputElement>(`[data-score="${column}"]`);
  const list = [...(all ?? [])];
  list[list.indexOf(field) + 1]?.focus();
}
