import { useEffect } from "react";

/** What is written in takes its own words back, and what lies over the page has keys of its own. */
const OWN_KEYS =
  "input:not([type=range], [type=checkbox], [type=radio]), textarea, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** Takes back and does again by Ctrl+Z and its kin, wherever on the page the focus is and nothing is being written. */
export function useUndoKeys(obey: (what: "undo" | "redo") => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
      const key = event.key.toLowerCase();
      if (!isCommand || event.defaultPrevented || (key !== "z" && key !== "y"))
        return;
      if (event.target instanceof Element && event.target.closest(OWN_KEYS))
        return;
      event.preventDefault();
      obey(key === "y" || event.shiftKey ? "redo" : "undo");
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [obey]);
}
