import type { KeyboardEvent } from "react";
import type { Edit } from "../grid/grid-state";

/** Whether a text is a title: one line, whatever is pasted into it. */
export function isTitle({ target }: Edit): boolean {
  return (
    target.kind === "text" &&
    "field" in target.ref &&
    target.ref.field === "title"
  );
}

/** Makes one line of what stands in a field. */
export function flatten(field: HTMLTextAreaElement): void {
  if (!field.value.includes("\n")) return;
  const caret = field.selectionEnd;
  field.value = field.value.replaceAll("\n", " ");
  field.setSelectionRange(caret, caret);
}

/** Alt+Enter writes a line break, which browsers leave out. */
export function insertLine(
  event: KeyboardEvent<HTMLTextAreaElement>,
  read: (field: HTMLTextAreaElement) => void,
): void {
  event.preventDefault();
  const { currentTarget } = event;
  const { selectionStart, selectionEnd } = currentTarget;
  currentTarget.setRangeText("\n", selectionStart, selectionEnd, "end");
  read(currentTarget);
}
