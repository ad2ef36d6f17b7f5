"use client";

import { Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import {
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components";
import { cx } from "@/components/ui/cx";
import { inputStyle } from "@/components/ui/field";
import { optionStyle, popoverStyle } from "@/components/ui/list-style";

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string;
  readonly icon?: ReactNode;
}

interface SearchOrCreateProps<Id extends string> {
  readonly label: string;
  readonly placeholder: string;
  readonly emptyText: string;
  readonly choices: readonly Choice<Id>[];
  readonly onPick: (id: Id) => void;
  /** Makes a new one under the name that was typed; absent where that is not allowed. */
  readonly create?: {
    readonly label: (name: string) => string;
    readonly run: (name: string) => Promise<void>;
  };
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

const CREATE = "+create";

/** Adds one of many things by typing its name, or makes it right there. */
export function SearchOrCreate<Id extends string>(
  props: SearchOrCreateProps<Id>,
) {
  const { label, placeholder, emptyText, choices, onPick, create, isDisabled } =
    props;
  const [typed, setTyped] = useState("");
  const [isCreating, setCreating] = useState(false);
  const name = typed.trim();
  const found = choices.filter((choice) => contains(choice.label, name));
  const isKnown = choices.some((choice) => isSame(choice.label, name));
  const items: Choice<string>[] =
    create && name && !isKnown
      ? [
          ...found,
          {
            id: CREATE,
            label: create.label(name),
            icon: <Plus aria-hidden="true" />,
          },
        ]
      : found;

  const handleChange = async (key: unknown) => {
    if (key === CREATE && create) {
      setCreating(true);
      await create.run(name);
      setCreating(false);
      setTyped("");
      return;
    }
    const choice = choices.find(({ id }) => id === key);
    if (!choice) return;
    onPick(choice.id);
    setTyped("");
  };

  return (
    <ComboBox
      items={items}
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      onChange={(key) => void handleChange(key)}
      allowsEmptyCollection
      allowsCustomValue
      menuTrigger="focus"
      isDisabled={isDisabled || isCreating}
      className="min-w-0"
    >
      <Label className="sr-only">{label}</Label>
      <Input
        placeholder={placeholder}
        autoFocus={props.autoFocus}
        className={cx(
          inputStyle,
          "h-8 border-dashed text-sm pointer-coarse:h-11",
        )}
      />
      <Popover className={cx(popoverStyle, "w-(--trigger-width) min-w-56")}>
        <ListBox<Choice<string>>
          className="max-h-72 overflow-auto p-1 outline-none"
          renderEmptyState={() => (
            <p className="px-2 py-1.5 text-sm text-ink-3">{emptyText}</p>
          )}
        >
          {(item) => (
            <ListBoxItem
              id={item.id}
              textValue={item.label}
              className={optionStyle}
            >
              {item.icon}
              <span className="min-w-0 flex-1 truncate">{item.label}</span>
              {item.description ? (
                <span className="max-w-[45%] truncate text-xs text-ink-3">
                  {item.description}
                </span>
              ) : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

const collator = new Intl.Collator(undefined, {
  usage: "search",
  sensitivity: "base",
});

function isSame(a: string, b: string): boolean {
  return collator.compare(a, b) === 0;
}

/** Whether a name holds what was typed, accents and case aside. */
function contains(name: string, typed: string): boolean {
  if (typed === "") return true;
  return plain(name).includes(plain(typed));
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}
