import { useCallback, type KeyboardEvent } from "react";
import { useHistory } from "./use-history";

/** What is written in takes its own words back. */
const WRITTEN_IN =
  "input:not([type=range], [type=checkbox], [type=radio]), textarea, [contenteditable]";

/** Takes back and does again by Ctrl+Z and its kin, wherever nothing is being written. */
export function useUndoKeys(): (event: KeyboardEvent) => void {
  const { undo, redo } = useHistory();
  return useCallback(
    (event) => {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
      const key = event.key.toLowerCase();
      if (!isCommand || event.defaultPrevented || (key !== "z" && key !== "y"))
        return;
      if (event.target instanceof Element && event.target.closest(WRITTEN_IN))
        return;
      event.preventDefault();
      event.stopPropagation();
      if (key === "y" || event.shiftKey) redo();
      else undo();
    },
    [undo, redo],
  );
}
