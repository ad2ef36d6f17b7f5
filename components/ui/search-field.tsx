"use client";

import { Search, X } from "lucide-react";
import {
  Button as AriaButton,
  Input,
  Label,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaProps,
} from "react-aria-components";
import { cx } from "./cx";
import { inputStyle } from "./input-style";

interface SearchFieldProps extends Omit<
  AriaProps,
  "className" | "style" | "children"
> {
  label: string;
  placeholder?: string;
  className?: string;
}

/** A box that narrows a list while it is written in; Esc and the cross empty it. */
export function SearchField({
  label,
  placeholder,
  className,
  ...props
}: SearchFieldProps) {
  return (
    <AriaSearchField
      {...props}
      className={cx("group relative flex items-center", className)}
    >
      <Label className="sr-only">{label}</Label>
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute left-2.5 size-4 text-ink-3"
      />
      <Input
        placeholder={placeholder ?? label}
        className={cx(
          inputStyle,
          "h-8 pr-8 pl-8 text-sm pointer-coarse:h-11 pointer-coarse:pr-11 [&::-webkit-search-cancel-button]:hidden",
        )}
      />
      <AriaButton className="absolute right-1 flex size-6 items-center justify-center rounded-sm text-ink-3 group-data-empty:hidden pointer-coarse:right-0 pointer-coarse:size-11 hover:text-ink">
        <X aria-hidden="true" className="size-3.5" />
      </AriaButton>
    </AriaSearchField>
  );
}
