"use client";

import { createContext, useContext } from "react";
import type { PersonaId } from "@/lib/journey/ids";

/** Whose curve this reader has put aside; theirs alone, so no part of the map. */
export const HiddenPersonas = createContext<ReadonlySet<PersonaId>>(new Set());

export function useHiddenPersonas(): ReadonlySet<PersonaId> {
  return useContext(HiddenPersonas);
}
