"use client";

import {
  TextArea as AriaTextArea,
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

export interface TextAreaProps
  extends Omit<AriaProps, "className" | "style" | "children">, FieldTexts {
  placeholder?: string;
  rows?: number;
  className?: string;
}

/** Several lines of text; grows with them where the browser can. */
export function TextArea({
  className,
  placeholder,
  rows = 3,
  ...props
}: TextAreaProps) {
  const { label, isLabelHidden, description, errorMessage, ...aria } = props;
  return (
    <AriaTextField
      {...aria}
      isInvalid={aria.isInvalid ?? markOfInvalid(errorMessage)}
      className={cx(fieldStyle, className)}
    >
      <FieldFrame {...{ label, isLabelHidden, description, errorMessage }}>
        <AriaTextArea
          rows={rows}
          placeholder={placeholder}
          className={cx(
            inputStyle,
            "field-sizing-content max-h-72 resize-y py-2 pointer-coarse:min-h-11",
          )}
        />
      </FieldFrame>
    </AriaTextField>
  );
}
