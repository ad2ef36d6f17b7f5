"use client";

import { Plus } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import {
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components";
import { cx } from "@/components/ui/cx";
import { inputStyle } from "@/components/ui/input-style";
import { optionStyle, popoverStyle } from "@/components/ui/list-style";
import { useFollowingList } from "@/components/ui/use-following-list";

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
/** What the shortest of the names that are made here may have. */
const MOST_CHARACTERS = 100;

/** Adds one of many things by typing its name, or makes it right there. */
export function SearchOrCreate<Id extends string>(
  props: SearchOrCreateProps<Id>,
) {
  const { label, placeholder, emptyText, choices, onPick, create, isDisabled } =
    props;
  const boxRef = useRef<HTMLDivElement>(null);
  const following = useFollowingList(boxRef);
  const [typed, setTyped] = useState("");
  const [picked, setPicked] = useState<string | null>(null);
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

  // The box closes and empties itself only when its value changes, so each choice is a value for one moment.
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the box must have been drawn with the value once
    if (picked !== null) setPicked(null);
  }, [picked]);

  // React Aria lets Esc through to the panel around while nothing is typed, also from an open list.
  const isListOpen = useRef(false);
  const wasListOpen = useRef(false);
  const handleChange = (key: unknown) => {
    // The second click of two arrives when the first has emptied the box already.
    if (key === CREATE && create && name) {
      void create.run(name);
      setPicked(CREATE);
    }
    const choice = choices.find(({ id }) => id === key);
    if (!choice) return;
    onPick(choice.id);
    setPicked(choice.id);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Esc bubbles up from the box inside
    <div
      className="min-w-0"
      onKeyDownCapture={() => {
        wasListOpen.current = isListOpen.current;
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && wasListOpen.current)
          event.stopPropagation();
      }}
    >
      <ComboBox
        ref={boxRef}
        onOpenChange={(isOpen) => {
          isListOpen.current = isOpen;
        }}
        items={items}
        onInputChange={setTyped}
        value={picked}
        onChange={handleChange}
        allowsEmptyCollection
        menuTrigger="focus"
        isDisabled={isDisabled}
      >
        <Label className="sr-only">{label}</Label>
        <Input
          placeholder={placeholder}
          autoFocus={props.autoFocus}
          maxLength={MOST_CHARACTERS}
          className={cx(
            inputStyle,
            "h-8 border-dashed text-sm pointer-coarse:h-11",
          )}
        />
        <Popover
          {...following}
          className={cx(popoverStyle, "w-(--trigger-width) min-w-56")}
        >
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
                  <span className="max-w-[45%] truncate text-xs text-ink-2">
                    {item.description}
                  </span>
                ) : null}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
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
