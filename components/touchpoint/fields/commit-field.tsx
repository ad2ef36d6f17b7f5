"use client";

import { useState } from "react";
import type { TextFieldProps } from "react-aria-components";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";

interface CommitFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string;
  /** Once, when the field is left or Enter is pressed, and only if it changed. */
  readonly onCommit: (value: string) => void;
  readonly placeholder?: string;
  readonly description?: string;
  readonly errorMessage?: string | null;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly className?: string;
}

/** A text that is one value on the map: written on leaving, because every write stays in the document for ever. */
export function CommitField(props: CommitFieldProps) {
  const { value, onCommit, rows = 1, isDisabled, ...rest } = props;
  const [draft, setDraft] = useState<string | null>(null);

  const commit = () => {
    setDraft(null);
    if (draft !== null && draft.trim() !== value) onCommit(draft.trim());
  };
  const handleKeyDown: TextFieldProps["onKeyDown"] = (event) => {
    if (event.key === "Escape" && draft !== null && draft !== value) {
      // The first Esc takes back what was typed; only the next one closes the panel.
      setDraft(null);
      return;
    }
    const isDone =
      event.key === "Enter" && rows === 1 && !event.nativeEvent.isComposing;
    if (isDone) commit();
    event.continuePropagation();
  };
  const common = {
    ...rest,
    value: draft ?? value,
    onChange: setDraft,
    onBlur: commit,
    onKeyDown: handleKeyDown,
    isReadOnly: isDisabled,
  };
  return rows > 1 ? (
    <TextArea rows={rows} {...common} />
  ) : (
    <TextField {...common} />
  );
}
