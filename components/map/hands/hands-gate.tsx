"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useSyncExternalStore } from "react";
import { useUndoKeys } from "@/components/room/use-undo-keys";
import { useHeldKeys } from "@/components/ui/held-keys";
import { onDemand } from "@/components/ui/on-demand";
import { showToast } from "@/components/ui/toast";
import type { PictureList } from "../clipboard/picture-list";
import type { GridStore } from "../grid/grid-store";
import type { Desk } from "./desk";

const late = onDemand(() => import("./late-hands"));

interface HandsGateProps {
  readonly desk: Desk;
  readonly store: GridStore;
  readonly coming: PictureList;
}

/** Lets the hands in: with the first sign of life, or with the first thing that is asked of them. */
export function HandsGate({ desk, ...props }: HandsGateProps) {
  const t = useTranslations("common");
  const part = useSyncExternalStore(late.subscribe, late.get, () => null);
  const isWaiting = useSyncExternalStore(
    desk.subscribe,
    desk.isWaiting,
    () => false,
  );
  // A feeling is set without hands, and taken back as soon as they are there.
  useUndoKeys(useCallback((type) => desk.orders.obey({ type }), [desk]));
  // Keys come in an order: what is pressed after an order is not done before it.
  useHeldKeys(isWaiting);
  useEffect(() => {
    if (!isWaiting) return;
    late.load().catch(() => {
      desk.giveUp();
      showToast({ text: t("notLoaded"), tone: "danger" });
    });
  }, [isWaiting, desk, t]);
  return part && <part.LateHands {...{ desk }} {...props} />;
}
