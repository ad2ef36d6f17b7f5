"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect } from "react";
import type { KeyboardEvent } from "react";
import { useDeleter } from "@/components/room/use-deleter";
import { showToast } from "@/components/ui/toast";
import type { GridStore } from "./grid-store";
import type { Direction } from "./navigation";
import { carriedWith } from "./picks";
import { stepPlace } from "./places";
import { speak } from "./speak";
import { usePlaceWords } from "./use-place-words";
import type { Structure } from "./use-structure";

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** While something is held, the arrows carry it, Enter puts it down and Esc puts it back. */
export function useMoveKeys(store: GridStore, structure: Structure) {
  const words = usePlaceWords();
  const t = useTranslations("map");
  const deleterOf = useDeleter();
  useEffect(
    () =>
      store.onLost(({ id }) => {
        const text = t("deleted.held", { ...deleterOf(id) });
        speak(text);
        showToast({ text });
      }),
    [store, t, deleterOf],
  );
  return useCallback(
    (event: KeyboardEvent): boolean => {
      const hand = store.getHand();
      if (hand?.by !== "keys" || !hand.place) return false;
      event.preventDefault();
      const arrow = ARROWS[event.key];
      if (event.key === "Escape") {
        store.hold(null);
        speak(t("spoken.putBack"));
      } else if (event.key === "Enter") {
        store.hold(null);
        const { picks } = store.getState();
        const carried = carriedWith(picks, store.getSeen(), hand.subject);
        structure.moveAll(carried, hand.place);
      } else if (arrow) {
        const place = stepPlace(
          { map: store.getSeen(), subject: hand.subject, place: hand.place },
          arrow,
        );
        if (place) store.hold({ ...hand, place });
        speak(place ? words(hand.subject, place) : t("spoken.edge"));
      }
      return true;
    },
    [store, structure, words, t],
  );
}
