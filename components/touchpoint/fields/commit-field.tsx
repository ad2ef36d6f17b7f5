"use client";

import { useState, type KeyboardEvent } from "react";
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
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && draft !== null && draft !== value) {
      // The first Esc takes back what was typed; only the next one closes the panel.
      event.stopPropagation();
      setDraft(null);
    } else if (
      event.key === "Enter" &&
      rows === 1 &&
      !event.nativeEvent.isComposing
    ) {
      commit();
    }
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
