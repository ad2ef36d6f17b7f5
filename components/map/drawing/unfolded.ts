import { useSyncExternalStore } from "react";

/** From so many characters or lines on a card is folded: one of pages would push a whole lane out of sight. */
const mostCharacters = 1_000;
const mostLines = 20;

/** Which long cards this tab shows whole, wherever they stand. */
const unfolded = new Set<string>();
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Whether a text is folded until somebody asks for all of it. */
export function isLong(text: string): boolean {
  return (
    text.length > mostCharacters ||
    text.split("\n", mostLines + 1).length > mostLines
  );
}

export const isUnfolded = (id: string): boolean => unfolded.has(id);

/** Shows all of a card, or its beginning again. */
export function toggleFold(id: string): void {
  if (!unfolded.delete(id)) unfolded.add(id);
  for (const listener of listeners) listener();
}

/** The same for what is drawn; only long texts ask. */
export function useIsUnfolded(id: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isUnfolded(id),
    () => false,
  );
}
