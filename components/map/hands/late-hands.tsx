"use client";

import { useEffect, useLayoutEffect, useMemo } from "react";
import { useRoom } from "@/components/room/room-context";
import { useCommands } from "@/components/room/use-commands";
import { setLane } from "@/lib/journey/lanes";
import type { PictureList } from "../clipboard/picture-list";
import { useClipboard } from "../clipboard/use-clipboard";
import { usePastePictures } from "../clipboard/use-paste-pictures";
import { cardOn } from "../facts/card-on";
import { tickTask } from "../facts/tick-task";
import type { GridStore } from "../grid/grid-store";
import { useMoveKeys } from "../grid/use-move-keys";
import { useOrders } from "../grid/use-orders";
import { useStructure } from "../grid/use-structure";
import { useLaneHeight } from "../lanes/use-lane-height";
import type { Desk } from "./desk";
import type { Hands } from "./hands";

interface LateHandsProps {
  readonly desk: Desk;
  readonly store: GridStore;
  readonly coming: PictureList;
}

/** The hands themselves; they draw nothing. */
export function LateHands({ desk, store, coming }: LateHandsProps) {
  const structure = useStructure(store);
  const orders = useOrders(store, structure);
  const pastePictures = usePastePictures(store, coming);
  const clipboard = useClipboard({ store, orders, coming, pastePictures });
  const moveByKeys = useMoveKeys(store, structure);
  const acts = useActs();
  const hands = useMemo<Hands>(
    () => ({
      orders,
      structure,
      clipboard,
      moveByKeys,
      attach: pastePictures,
      ...acts,
    }),
    [orders, structure, clipboard, moveByKeys, pastePictures, acts],
  );
  useLayoutEffect(() => desk.take(hands), [desk, hands]);
  useEffect(() => () => desk.take(null), [desk]);
  return null;
}

function useActs(): Pick<Hands, "act" | "setLaneHeight"> {
  const { run } = useCommands();
  const { source } = useRoom();
  const fit = useLaneHeight();
  return useMemo(
    () => ({
      act: (act, { cell, card: id }) => {
        const card = cardOn(source.get(), id);
        if (act === "fold-lane" && cell.lane) {
          const laneId = cell.lane.key;
          run((ctx) => setLane(ctx, { laneId, collapsed: true }));
        } else if (act === "tick" && card?.task) {
          const { task } = card;
          run((ctx) => tickTask(ctx, { id: card.id, task }));
        }
      },
      setLaneHeight: (laneId, height) => {
        if (height === null) return fit(laneId, "fit");
        run((ctx) => setLane(ctx, { laneId, height }));
      },
    }),
    [run, source, fit],
  );
}
