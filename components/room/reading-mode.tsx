"use client";

import {
  createContext,
  useContext,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { ReactNode } from "react";

export interface ReadingMode {
  /** Whether the person only looks, although they may write. */
  readonly isReading: boolean;
  /** Whether there is a choice at all. */
  readonly isOffered: boolean;
  readonly read: (isReading: boolean) => void;
}

const NO_CHOICE: ReadingMode = {
  isReading: false,
  isOffered: false,
  read: () => undefined,
};

const ReadingContext = createContext<ReadingMode>(NO_CHOICE);

/** Whether this tab reads or writes; somebody who may only read has no choice. */
export function useReadingMode(): ReadingMode {
  return useContext(ReadingContext);
}

interface ReadingProviderProps {
  readonly mayEdit: boolean;
  readonly children: ReactNode;
}

const never = () => () => undefined;

/**
 * Whether the page was opened by a finger. A device that has a mouse and glass calls now the one and now the other its
 * pointer, and nobody's map turns to reading while they write.
 */
function useOpenedByTouch(): boolean {
  const answer = useRef<boolean>(undefined);
  return useSyncExternalStore(
    never,
    () => (answer.current ??= window.matchMedia("(pointer: coarse)").matches),
    () => false,
  );
}

/** A finger moves things by accident, so a touch screen begins by reading; everyone can switch. */
export function ReadingProvider({ mayEdit, children }: ReadingProviderProps) {
  const isTouch = useOpenedByTouch();
  const [choice, read] = useState<boolean | null>(null);
  const isReading = mayEdit && (choice ?? isTouch);
  const mode = useMemo<ReadingMode>(
    () => ({ isReading, isOffered: mayEdit, read }),
    [isReading, mayEdit],
  );
  return <ReadingContext value={mode}>{children}</ReadingContext>;
}
