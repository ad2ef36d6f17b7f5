"use client";

import {
  Input,
  NumberField,
  type NumberFieldProps,
} from "react-aria-components";
import { cx } from "@/components/ui/cx";
import {
  FieldFrame,
  fieldStyle,
  markOfInvalid,
  type FieldTexts,
} from "@/components/ui/field";
import { inputStyle } from "@/components/ui/input-style";

interface NumberInputProps extends FieldTexts {
  readonly value: number | null;
  /** Once, when the field is left or Enter is pressed; null where it was emptied. */
  readonly onCommit: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly format?: NumberFieldProps["formatOptions"];
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly className?: string;
}

/** A number as the reader's language writes it; "1,5" and "1.5" by locale. */
export function NumberInput(props: NumberInputProps) {
  const { value, onCommit, label, isLabelHidden, description, errorMessage } =
    props;
  return (
    <NumberField
      value={value ?? Number.NaN}
      onChange={(next) => onCommit(Number.isNaN(next) ? null : next)}
      minValue={props.min}
      maxValue={props.max}
      step={props.step}
      formatOptions={props.format}
      isDisabled={props.isDisabled}
      isInvalid={markOfInvalid(errorMessage)}
      isWheelDisabled
      className={cx(fieldStyle, props.className)}
    >
      <FieldFrame {...{ label, isLabelHidden, description, errorMessage }}>
        <Input
          autoFocus={props.autoFocus}
          placeholder={props.placeholder}
          className={cx(inputStyle, "h-9 tabular-nums pointer-coarse:h-11")}
        />
      </FieldFrame>
    </NumberField>
  );
}
