"use client";

import { useState } from "react";
import { newId } from "@/components/room/new-id";
import type { Mentionable } from "@/lib/conversation/words";
import { keepDraft, keptDraft, type Draft } from "./draft";

const fresh = (text = "", chosen: readonly Mentionable[] = []): Draft => ({
  text,
  chosen,
  key: newId(),
});

interface DraftInHand {
  readonly draft: Draft;
  readonly write: (text: string, chosen?: readonly Mentionable[]) => void;
  /** It was sent: what is written next is something new. */
  readonly clear: () => void;
}

/**
 * What is being written at a place. It outlives the page, and whatever goes wrong with sending it.
 *
 * @param place - null where nothing is kept.
 */
export function useDraft(
  place: string | null,
  initial?: Pick<Draft, "text" | "chosen">,
): DraftInHand {
  const [draft, set] = useState<Draft>(
    () =>
      (place === null ? null : keptDraft(place)) ??
      fresh(initial?.text, initial?.chosen),
  );
  const take = (next: Draft) => {
    if (place !== null) keepDraft(place, next);
    set(next);
  };
  return {
    draft,
    write(text, chosen = draft.chosen) {
      // Other words are another comment, and must not be taken for the one that was sent before.
      const key = text === draft.text ? draft.key : newId();
      take({ text, chosen, key });
    },
    clear: () => take(fresh()),
  };
}
