"use client";

import {
  Input,
  TextField as AriaTextField,
  type TextFieldProps as AriaProps,
} from "react-aria-components";
import { cx } from "./cx";
import {
  FieldFrame,
  fieldStyle,
  markOfInvalid,
  type FieldTexts,
} from "./field";
import { inputStyle } from "./input-style";

export interface TextFieldProps
  extends Omit<AriaProps, "className" | "style" | "children">, FieldTexts {
  placeholder?: string;
  className?: string;
}

/** One line of text. An `errorMessage` marks it invalid. */
export function TextField({
  className,
  placeholder,
  ...props
}: TextFieldProps) {
  const { label, isLabelHidden, description, errorMessage, ...aria } = props;
  return (
    <AriaTextField
      {...aria}
      isInvalid={aria.isInvalid ?? markOfInvalid(errorMessage)}
      className={cx(fieldStyle, className)}
    >
      <FieldFrame {...{ label, isLabelHidden, description, errorMessage }}>
        <Input
          placeholder={placeholder}
          className={cx(inputStyle, "h-9 pointer-coarse:h-11")}
        />
      </FieldFrame>
    </AriaTextField>
  );
}
