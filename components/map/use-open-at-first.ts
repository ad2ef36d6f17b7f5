"use client";

import { useTranslations } from "next-intl";
import { useEffect, useReducer, useRef } from "react";
import { usePlace } from "@/components/room/room-context";
import { useRoomState } from "@/components/room/use-room-state";
import { showToast } from "@/components/ui/toast";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { useEditorUi } from "./editor-ui";
import type { ThingRecord, WantedRecord } from "./editor-ui";
import type { GridStore } from "./grid/grid-store";

/** Opens what the address of the page asks for and selects it; what is gone is said and nothing more. */
export function useOpenAtFirst(
  wanted: WantedRecord | null,
  store: GridStore,
): void {
  const t = useTranslations("map.link");
  const { source } = usePlace();
  const { openRecord } = useEditorUi();
  const isLoaded = useRoomState((state) => state.isLoaded);
  const done = useRef<string | null>(null);
  const [asked, ask] = useReducer((times: number) => times + 1, 0);
  const id = wanted?.id ?? null;
  useEffect(() => {
    // A link to what the address names already leads nowhere new, and what it names may be closed by now.
    const follow = ({ target, ctrlKey, metaKey }: MouseEvent) => {
      const link = target instanceof Element && target.closest("a");
      if (!wanted || !link || ctrlKey || metaKey) return;
      const { pathname, search } = location;
      const named = (words: string) =>
        new URLSearchParams(words).get(wanted.kind);
      if (link.pathname !== pathname || named(link.search) !== named(search))
        return;
      done.current = null;
      ask();
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [wanted]);
  useEffect(() => {
    if (!wanted) done.current = null;
    if (!wanted || done.current === id) return;
    if (wanted.kind === "thread") {
      done.current = id;
      openRecord({ kind: "conversation", about: null, threadId: wanted.id });
      return;
    }
    if (wanted.kind === "review") {
      done.current = id;
      openRecord({ kind: "guide", tab: "review" });
      return;
    }
    const record = recordIn(source.get(), wanted);
    // What the server drew may be older than what is asked for; only the live map says that something is gone.
    if (!record && !isLoaded) return;
    done.current = id;
    if (record) {
      store.reveal(record.id);
      openRecord(record);
    } else {
      const text = wanted.kind === "card" ? t("noCard") : t("noTouchpoint");
      showToast({ text });
    }
  }, [wanted, id, asked, isLoaded, source, store, openRecord, t]);
}

function recordIn(
  map: JourneyMap,
  { kind, id }: WantedRecord,
): ThingRecord | null {
  if (kind === "card") {
    const cards = [...Object.values(map.cells).flat(), ...map.tray.cards];
    const card = cards.find((one) => one.id === id);
    return card ? { kind, id: card.id } : null;
  }
  const touchpoints = [
    ...map.stages.flatMap((stage) => stage.touchpoints),
    ...map.tray.touchpoints,
  ];
  const touchpoint = touchpoints.find((one) => one.id === id);
  return touchpoint ? { kind: "touchpoint", id: touchpoint.id } : null;
}
