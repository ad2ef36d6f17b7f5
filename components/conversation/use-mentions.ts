"use client";

import { useEffect, useState, type KeyboardEvent } from "react";
import {
  findMentionable,
  mentionQuery,
  type Mentionable,
  type MentionQuery,
} from "@/lib/conversation/words";
import { useTalk } from "./talk-context";

/** More than fit under a field are found by writing on. */
const mostShown = 6;
const NOBODY: readonly Mentionable[] = [];

interface Mentions {
  /** Whom the name that is being written could mean; empty while none is. */
  readonly found: readonly Mentionable[];
  /** Which of them Enter takes. */
  readonly at: number;
  readonly point: (at: number) => void;
  /** The field was written in, or the caret moved. */
  readonly look: (text: string, caret: number) => void;
  readonly close: () => void;
  readonly choose: (person: Mentionable) => void;
  /** Whether a key was for the list. */
  readonly handleKey: (event: KeyboardEvent) => boolean;
}

/**
 * Finds people while their name is written after an @.
 *
 * @param onChoose - puts the name in the place of what was written.
 */
export function useMentions(
  onChoose: (person: Mentionable, query: MentionQuery) => void,
): Mentions {
  const { people } = useTalk();
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const [known, setKnown] = useState(NOBODY);
  const [at, point] = useState(0);
  const isLooking = query !== null;
  useEffect(() => {
    if (!isLooking) return;
    let isGone = false;
    void people().then((list) => isGone || setKnown(list));
    return () => {
      isGone = true;
    };
  }, [isLooking, people]);
  const found = query
    ? findMentionable(known, query.text).slice(0, mostShown)
    : NOBODY;
  const close = () => setQuery(null);
  const choose = (person: Mentionable) => {
    if (query) onChoose(person, query);
    close();
  };
  const step = (by: number) =>
    point((found.length + Math.min(at, found.length - 1) + by) % found.length);
  return {
    found,
    at: Math.min(at, Math.max(0, found.length - 1)),
    point,
    look(text, caret) {
      const next = mentionQuery(text, caret);
      if (next?.text !== query?.text) point(0);
      setQuery(next);
    },
    close,
    choose,
    handleKey(event) {
      if (found.length === 0 || event.nativeEvent.isComposing) return false;
      const chosen = found[Math.min(at, found.length - 1)];
      if (event.key === "ArrowDown") step(1);
      else if (event.key === "ArrowUp") step(-1);
      else if (event.key === "Escape") close();
      else if (
        chosen &&
        (event.key === "Tab" || event.key === "Enter") &&
        !event.shiftKey &&
        !event.ctrlKey &&
        !event.metaKey
      )
        choose(chosen);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
