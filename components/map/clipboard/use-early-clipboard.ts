import { useMemo } from "react";
import type { ClipboardEvent } from "react";
import type { Desk } from "../hands/desk";
import type { ClipboardHandlers } from "./pasted";
import { isOnGrid, keepPaste } from "./pasted";

/** The browser's own commands, also for who is quicker than the hands: a copy is asked for again, a paste is kept. */
export function useEarlyClipboard(desk: Desk) {
  return useMemo(() => {
    const out =
      (name: keyof ClipboardHandlers, command: "copy" | "cut") =>
      (event: ClipboardEvent): void => {
        const hands = desk.now();
        if (hands) return hands.clipboard[name](event);
        if (!isOnGrid(event.target)) return;
        event.preventDefault();
        desk.ask(() => again(command));
      };
    return {
      onCopy: out("onCopy", "copy"),
      onCut: out("onCut", "cut"),
      onPaste: (event: ClipboardEvent): void => {
        const hands = desk.now();
        if (hands) return hands.clipboard.onPaste(event);
        if (!isOnGrid(event.target)) return;
        const pasted = keepPaste(event);
        event.preventDefault();
        desk.ask(({ clipboard }) => clipboard.onPaste(pasted));
      },
    };
  }, [desk]);
}

/** Some browsers copy on request only where words are marked, unless somebody says that there is something to copy. */
function again(command: "copy" | "cut"): void {
  const over = new AbortController();
  document.addEventListener(
    `before${command}`,
    (event) => event.preventDefault(),
    { signal: over.signal },
  );
  document.execCommand(command);
  over.abort();
}
