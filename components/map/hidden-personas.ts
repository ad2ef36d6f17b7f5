"use client";

import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { asId } from "@/lib/journey/ids";
import type { PersonaId } from "@/lib/journey/ids";
import type { Seeing } from "./seeing/seeing-context";

/** Whose curve this reader has put aside; theirs alone, so no part of the map. */
export const HiddenPersonas = createContext<ReadonlySet<PersonaId>>(new Set());

export function useHiddenPersonas(): ReadonlySet<PersonaId> {
  return useContext(HiddenPersonas);
}

/** Which curves are put aside, a part of how this reader sees the map, and the way to change that. */
export function useHiddenInSight({
  sights,
}: Seeing): [ReadonlySet<PersonaId>, (id: PersonaId) => void] {
  const { hiddenPersonas } = useSyncExternalStore(
    sights.subscribe,
    sights.getSight,
    sights.getSight,
  );
  const hidden = useMemo(
    () => new Set(hiddenPersonas.map((id) => asId<PersonaId>(id))),
    [hiddenPersonas],
  );
  const toggle = useCallback(
    (id: PersonaId) => {
      const before = sights.getSight().hiddenPersonas;
      sights.change({
        hiddenPersonas: before.includes(id)
          ? before.filter((other) => other !== id)
          : [...before, id],
      });
    },
    [sights],
  );
  return [hidden, toggle];
}

/** The same for who only looks and keeps nothing. */
export function useHidden(): [ReadonlySet<PersonaId>, (id: PersonaId) => void] {
  const [hidden, setHidden] = useState<ReadonlySet<PersonaId>>(new Set());
  const toggle = useCallback(
    (id: PersonaId) =>
      setHidden((before) =>
        before.has(id)
          ? new Set([...before].filter((other) => other !== id))
          : new Set([...before, id]),
      ),
    [],
  );
  return [hidden, toggle];
}
