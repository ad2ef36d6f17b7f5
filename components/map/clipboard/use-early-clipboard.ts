import { useMemo } from "react";
import type { ClipboardEvent } from "react";
import type { Desk } from "../hands/desk";
import type { ClipboardHandlers } from "./pasted";
import { isOnGrid, keepPaste } from "./pasted";

/** The browser's own commands, also for who is quicker than the hands: a copy is made of what was selected, a paste is kept. */
export function useEarlyClipboard(desk: Desk) {
  return useMemo(() => {
    const out =
      (name: keyof ClipboardHandlers, command: "copy" | "cut") =>
      (event: ClipboardEvent): void => {
        const hands = desk.now();
        if (hands) return hands.clipboard[name](event);
        if (!isOnGrid(event.target)) return;
        event.preventDefault();
        const { target } = event;
        desk.ask(({ clipboard }) => {
          const kept = new Map<string, string>();
          clipboard[name]({
            target,
            clipboardData: {
              getData: () => "",
              setData: (type, words) => void kept.set(type, words),
            },
            preventDefault: () => undefined,
          });
          write(command, kept);
        });
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

/**
 * Puts words on the clipboard by a command of the browser, as this may be done without an event of its own. Some
 * browsers do it only where words are marked, unless somebody says that there is something to copy.
 */
function write(
  command: "copy" | "cut",
  words: ReadonlyMap<string, string>,
): void {
  const over = new AbortController();
  const how = { signal: over.signal, capture: true };
  document.addEventListener(
    `before${command}`,
    (event) => event.preventDefault(),
    how,
  );
  document.addEventListener(
    command,
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      for (const [type, text] of words)
        event.clipboardData?.setData(type, text);
    },
    how,
  );
  document.execCommand(command);
  over.abort();
}
