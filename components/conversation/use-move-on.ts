"use client";

import { useEffect, useRef, type RefObject } from "react";

/** Where somebody is when a comment has gone: at the next one, else the one before, else where one writes. */
function placeAfter(row: HTMLElement): HTMLElement | null {
  const talk = row.closest<HTMLElement>("[data-talk]");
  const all = [
    ...(talk?.querySelectorAll<HTMLElement>("[data-comment]") ?? []),
  ];
  const at = all.indexOf(row);
  const beside = all[at + 1] ?? all[at - 1];
  // The first field of the conversation is the one that begins another.
  return beside ?? talk?.querySelector("textarea") ?? null;
}

interface MoveOn {
  /** The comment goes: notes where to be then, as long as it can be seen. */
  readonly prepare: () => void;
  /** It stays after all. */
  readonly cancel: () => void;
}

/**
 * Keeps the focus in the conversation when the comment that it was on goes away, with the dialog that asked for it:
 * the dialog would give it back to a button that is not there any more.
 */
export function useMoveOn(
  row: RefObject<HTMLElement | null>,
  isAsking: boolean,
): MoveOn {
  const next = useRef<HTMLElement | null>(null);
  const move = () => {
    const place = next.current;
    next.current = null;
    if (place?.isConnected) place.focus();
  };
  useEffect(() => {
    if (!isAsking) move();
  }, [isAsking]);
  // The comment can be gone before its dialog is.
  useEffect(() => () => void requestAnimationFrame(move), []);
  return {
    prepare() {
      next.current = row.current && placeAfter(row.current);
    },
    cancel() {
      next.current = null;
    },
  };
}
