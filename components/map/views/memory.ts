"use client";

import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
/** Where the browser refuses storage, a choice lasts as long as the page. */
const spoken = new Map<string, string>();

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? spoken.get(key) ?? null;
  } catch {
    return spoken.get(key) ?? null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    spoken.set(key, value);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * A choice that this browser remembers, the same wherever the page asks for it; null until one was made, and while
 * the server draws the page.
 *
 * @param key - names the choice, and whose it is where that matters.
 */
export function useRemembered(
  key: string,
): [string | null, (value: string) => void] {
  const kept = useSyncExternalStore(
    subscribe,
    () => recall(key),
    () => null,
  );
  return [kept, useCallback((value) => keep(key, value), [key])];
}
