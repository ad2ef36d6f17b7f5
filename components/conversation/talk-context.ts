"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { Mentionable } from "@/lib/conversation/words";
import { ConversationStore, type AnchorCount } from "./store";

/** The conversations of the map on this page. */
export interface Talk {
  readonly store: ConversationStore;
  /** Whether this reader may say something. */
  readonly mayComment: boolean;
  /** What the API calls the workspace. */
  readonly base: string;
  readonly journeyId: string;
  /** Asks for the counts again. */
  readonly reload: () => Promise<void>;
  /** Something was said or settled, here or elsewhere: everything about it is asked for again. */
  readonly changed: () => Promise<void>;
  /** Who can be named; asked for once. */
  readonly people: () => Promise<readonly Mentionable[]>;
}

/** Where nobody talks, such as on a map that was shared. */
const SILENCE: Talk = {
  store: new ConversationStore(),
  mayComment: false,
  base: "",
  journeyId: "",
  reload: () => Promise.resolve(),
  changed: () => Promise.resolve(),
  people: () => Promise.resolve([]),
};

export const TalkContext = createContext<Talk>(SILENCE);

export const useTalk = (): Talk => useContext(TalkContext);

/** What is open and unread about a thing of the map; null for the map itself. */
export function useAnchorCount(id: string | null): AnchorCount | undefined {
  const { store } = useTalk();
  const get = () => store.of(id);
  return useSyncExternalStore(store.subscribe, get, get);
}

/** The same over the whole map. */
export function useTotalCount(): AnchorCount {
  const { store } = useTalk();
  return useSyncExternalStore(store.subscribe, store.getTotal, store.getTotal);
}
