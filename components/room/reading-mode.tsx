"use client";

import { createContext, useContext, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { useMediaQuery } from "@/components/touchpoint/use-media-query";

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

/** A finger moves things by accident, so a touch screen begins by reading; everyone can switch. */
export function ReadingProvider({ mayEdit, children }: ReadingProviderProps) {
  const isTouch = useMediaQuery("(pointer: coarse)");
  const [choice, read] = useState<boolean | null>(null);
  const isReading = mayEdit && (choice ?? isTouch);
  const mode = useMemo<ReadingMode>(
    () => ({ isReading, isOffered: mayEdit, read }),
    [isReading, mayEdit],
  );
  return <ReadingContext value={mode}>{children}</ReadingContext>;
}
