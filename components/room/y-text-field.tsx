"use client";

import { useId, useMemo, type ReactNode } from "react";
import { TextBinding } from "@/components/map/text-editing/text-binding";
import { cx } from "@/components/ui/cx";
import { inputStyle } from "@/components/ui/input-style";
import { MAX_STRING } from "@/lib/journey/limits";
import { entityOfText, textOf, type TextRef } from "@/lib/journey/texts";
import { trackText } from "@/lib/journey/undo";
import { useBoundField, type FieldSource } from "./bound-field";
import { useCommands } from "./use-commands";

export interface YTextFieldProps extends BoundFieldLook {
  readonly textRef: TextRef;
  /** What the map says, shown until the live document is here and where nothing may be written. */
  readonly value: string;
}

/** A field bound to a text of the map: several people may type in it at once. */
export function YTextField({ textRef, value, ...look }: YTextFieldProps) {
  const source = useTextSource(textRef);
  return <BoundField source={source} value={value} {...look} />;
}

/** The shared text behind a reference as the source of a field; null while nothing may be written. */
function useTextSource(textRef: TextRef): FieldSource | null {
  const { ctx } = useCommands();
  const name = JSON.stringify(textRef);
  return useMemo(() => {
    const ref = JSON.parse(name) as TextRef;
    const text = ctx && textOf(ctx.doc, ref);
    if (!text || !ctx.undo) return null;
    const { origin, undo } = ctx;
    return {
      bind: (onChange) => new TextBinding({ text, origin, onChange }),
      track: () => trackText(undo, text, { origin, entity: entityOfText(ref) }),
    };
  }, [ctx, name]);
}

export interface BoundFieldLook {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly description?: ReactNode;
  readonly placeholder?: string;
  /** More than one: a box that grows with its text. */
  readonly rows?: number;
  /** "plain" looks like text until it is pointed at or focused. */
  readonly look?: "box" | "plain";
  readonly className?: string;
  readonly inputClassName?: string;
  /** The language of the map, which may differ from that of the page. */
  readonly lang?: string;
}

interface BoundFieldProps extends BoundFieldLook {
  readonly source: FieldSource | null;
  readonly value: string;
}

const looks = {
  box: cx(
    inputStyle,
    "focus:border-focus focus:ring-1 focus:ring-focus read-only:border-line read-only:bg-transparent",
  ),
  plain: cx(
    "w-full min-w-0 rounded-md border border-transparent bg-transparent px-2 text-ink outline-none transition-colors duration-100",
    "not-read-only:hover:border-line-strong focus:border-focus focus:ring-1 focus:ring-focus pointer-coarse:text-md",
  ),
};

const LINE_REM = 1.375;
const PADDING_REM = 1.125;

/** Label, box and help of a field that is bound to something shared. */
export function BoundField({ source, value, ...props }: BoundFieldProps) {
  const { label, isLabelHidden, description, rows = 1, look = "box" } = props;
  const id = useId();
  const bound = useBoundField(source, value);
  const common = {
    ...bound,
    id,
    lang: props.lang,
    placeholder: bound.readOnly ? undefined : props.placeholder,
    maxLength: MAX_STRING,
    "aria-describedby": description ? `${id}-help` : undefined,
  };
  return (
    <div className={cx("flex min-w-0 flex-col gap-1.5", props.className)}>
      <label
        htmlFor={id}
        className={isLabelHidden ? "sr-only" : "text-sm font-medium text-ink"}
      >
        {label}
      </label>
      {rows > 1 ? (
        <textarea
          {...common}
          rows={rows}
          // A box that fits its text would fall back to one line while it is empty.
          style={{ minHeight: `${rows * LINE_REM + PADDING_REM}rem` }}
          className={cx(
            looks[look],
            "field-sizing-content max-h-96 resize-y py-2",
            props.inputClassName,
          )}
        />
      ) : (
        <input
          {...common}
          type="text"
          className={cx(
            looks[look],
            "h-9 pointer-coarse:h-11",
            props.inputClassName,
          )}
        />
      )}
      {description ? (
        <p id={`${id}-help`} className="text-xs text-ink-3">
          {description}
        </p>
      ) : null}
    </div>
  );
}
