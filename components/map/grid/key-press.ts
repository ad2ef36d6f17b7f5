import type { KeyboardEvent } from "react";
import { isMac } from "@/components/ui/is-mac";
import type { KeyPress } from "./key-intents";

/**
 * What a key event says; AltGr, which some systems report as Ctrl and Alt, writes and commands nothing. So does the
 * option key of a Mac, with which a German keyboard writes @ and [.
 */
export function pressOf(event: KeyboardEvent): KeyPress {
  const writesByOption =
    isMac() &&
    event.altKey &&
    !event.metaKey &&
    !event.ctrlKey &&
    [...event.key].length === 1;
  const isAltGraph = event.getModifierState("AltGraph") || writesByOption;
  return {
    key: event.key,
    code: event.code,
    ctrl: (event.ctrlKey || event.metaKey) && !isAltGraph,
    shift: event.shiftKey,
    alt: event.altKey && !isAltGraph,
    isComposing: event.nativeEvent.isComposing,
  };
}
