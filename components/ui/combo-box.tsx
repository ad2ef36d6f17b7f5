"use client";

import { ChevronDown } from "lucide-react";
import { useRef } from "react";
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components";
import { cx } from "./cx";
import { FieldFrame, fieldStyle, type FieldTexts } from "./field";
import { inputStyle } from "./input-style";
import { optionStyle, popoverStyle } from "./list-style";
import type { SelectOption } from "./select";
import { useFollowingList } from "./use-following-list";

export interface ComboBoxProps<Id extends string> extends FieldTexts {
  options: readonly SelectOption<Id>[];
  value: Id | null;
  onChange: (value: Id | null) => void;
  placeholder?: string;
  /** What the list says when nothing matches. */
  emptyText: string;
  size?: "sm" | "md";
  isDisabled?: boolean;
  className?: string;
}

/** One of many values, found by typing; emptying the box chooses none. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const {
    options,
    value,
    onChange,
    placeholder,
    emptyText,
    size = "md",
    isDisabled,
  } = props;
  const { label, isLabelHidden, description, errorMessage, className } = props;
  const boxRef = useRef<HTMLDivElement>(null);
  const following = useFollowingList(boxRef);
  return (
    <AriaComboBox
      ref={boxRef}
      defaultItems={options}
      value={value}
      onChange={(key) =>
        onChange(options.find((option) => option.id === key)?.id ?? null)
      }
      allowsEmptyCollection
      menuTrigger="focus"
      isDisabled={isDisabled}
      isInvalid={Boolean(errorMessage)}
      className={cx(fieldStyle, className)}
    >
      <FieldFrame {...{ label, isLabelHidden, description, errorMessage }}>
        <div className="relative flex items-center">
          <Input
            placeholder={placeholder}
            className={cx(
              inputStyle,
              "pr-8 pointer-coarse:h-11 pointer-coarse:pr-11",
              size === "sm" ? "h-8 text-sm" : "h-9",
            )}
          />
          <AriaButton className="absolute right-1 flex size-6 items-center justify-center rounded-sm text-ink-3 pointer-coarse:right-0 pointer-coarse:size-11 hover:text-ink">
            <ChevronDown aria-hidden="true" className="size-4" />
          </AriaButton>
        </div>
      </FieldFrame>
      <Popover
        {...following}
        className={cx(popoverStyle, "w-(--trigger-width) min-w-52")}
      >
        <ListBox<SelectOption<Id>>
          className="max-h-80 overflow-auto p-1 outline-none"
          renderEmptyState={() => (
            <p className="px-2 py-1.5 text-sm text-ink-3">{emptyText}</p>
          )}
        >
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              className={optionStyle}
            >
              {option.icon}
              <span className="min-w-0 flex-1 truncate">{option.label}</span>
              {option.description ? (
                <span className="truncate text-xs text-ink-2">
                  {option.description}
                </span>
              ) : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
