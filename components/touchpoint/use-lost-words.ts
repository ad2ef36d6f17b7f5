"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import type { FocusEvent, FormEvent } from "react";
import { useLostNotice } from "@/components/map/editing/use-lost-notice";
import type { Written } from "@/components/map/editing/edit-session";
import { useRoom } from "@/components/room/room-context";
import type { JourneyMap } from "@/lib/journey/journey-map";

/** What somebody writes into; what is only ticked or chosen has no words. */
const WORDS =
  "textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=range], [type=file])";

/**
 * A colleague deletes what is being written in: the words of the field in which somebody stands are offered for
 * copying, as in the map. The handlers belong around all fields of the record.
 *
 * @param isIn - whether the record is still on a map.
 */
export function useLostWords(
  { kind, id }: Omit<Written, "words">,
  isIn: (map: JourneyMap) => boolean,
  isThere: boolean,
) {
  const { source } = useRoom();
  const tellLost = useLostNotice();
  const words = useRef("");
  const tell = useEffectEvent(() => {
    const lost = words.current;
    words.current = "";
    if (lost.trim() !== "") tellLost({ kind, id, words: lost });
  });
  useEffect(() => {
    if (!isThere) tell();
  }, [isThere]);
  return {
    onInput: ({ target }: FormEvent) => {
      if (!(target instanceof HTMLElement) || !target.matches(WORDS)) return;
      words.current =
        target instanceof HTMLTextAreaElement ||
        target instanceof HTMLInputElement
          ? target.value
          : (target.textContent ?? "");
    },
    // A field that vanishes with its record loses the focus too, and that is not to have left it.
    onBlur: (_event: FocusEvent) => {
      if (isIn(source.get())) words.current = "";
    },
  };
}
