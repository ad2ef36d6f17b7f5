"use client";

import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button as AriaButton,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from "react-aria-components";
import { cx } from "./cx";
import { FieldFrame, fieldStyle, type FieldTexts } from "./field";
import { inputStyle } from "./input-style";
import { optionStyle, popoverStyle } from "./list-style";

export interface SelectOption<Id extends string = string> {
  id: Id;
  label: string;
  description?: string;
  icon?: ReactNode;
}

export interface SelectProps<Id extends string> extends FieldTexts {
  options: readonly SelectOption<Id>[];
  value: Id | null;
  onChange: (value: Id) => void;
  placeholder?: string;
  name?: string;
  size?: "sm" | "md";
  isDisabled?: boolean;
  className?: string;
}

/** One of a few known values. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const {
    options,
    value,
    onChange,
    placeholder,
    name,
    size = "md",
    isDisabled,
    className,
  } = props;
  const { label, isLabelHidden, description, errorMessage } = props;
  return (
    <AriaSelect
      name={name}
      value={value}
      onChange={(key) =>
        options.some((option) => option.id === key) && onChange(key as Id)
      }
      placeholder={placeholder}
      isDisabled={isDisabled}
      isInvalid={Boolean(errorMessage)}
      className={cx(fieldStyle, className)}
    >
      <FieldFrame {...{ label, isLabelHidden, description, errorMessage }}>
        <AriaButton
          className={cx(
            inputStyle,
            "flex items-center justify-between gap-2 text-left pointer-coarse:h-11",
            "data-focus-visible:ring-1 data-focus-visible:ring-focus",
            size === "sm" ? "h-8 text-sm" : "h-9",
          )}
        >
          <SelectValue className="flex min-w-0 items-center gap-2 truncate data-placeholder:text-ink-3 [&_[slot=description]]:hidden" />
          <ChevronDown
            aria-hidden="true"
            className="size-4 shrink-0 text-ink-3"
          />
        </AriaButton>
      </FieldFrame>
      <Popover
        className={cx(
          popoverStyle,
          "min-w-(--trigger-width) max-w-[min(24rem,90vw)]",
        )}
      >
        <ListBox
          items={options}
          className="max-h-80 overflow-auto p-1 outline-none"
        >
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              className={optionStyle}
            >
              {({ isSelected }) => (
                <>
                  {option.icon}
                  <span className="flex min-w-0 flex-1 flex-col">
                    <Text slot="label" className="truncate">
                      {option.label}
                    </Text>
                    {option.description ? (
                      <Text slot="description" className="text-xs text-ink-2">
                        {option.description}
                      </Text>
                    ) : null}
                  </span>
                  {isSelected ? <Check aria-hidden="true" /> : null}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
