import type { KeyboardEvent } from "react";
import type { KeyPress } from "./key-intents";

/** What a key event says; AltGr, which some systems report as Ctrl and Alt, writes and commands nothing. */
export function pressOf(event: KeyboardEvent): KeyPress {
  const isAltGraph = event.getModifierState("AltGraph");
  return {
    key: event.key,
    ctrl: (event.ctrlKey || event.metaKey) && !isAltGraph,
    shift: event.shiftKey,
    alt: event.altKey && !isAltGraph,
    isComposing: event.nativeEvent.isComposing,
  };
}
