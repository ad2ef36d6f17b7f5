"use client";

import type { RefObject } from "react";
import { usePlace } from "@/components/room/room-context";
import { useSeen } from "@/components/room/use-room-state";
import { lazyPart } from "@/components/ui/lazy-part";
import { useHand } from "./grid-context";

const DropLine = lazyPart(async () => (await import("./drop-line")).DropLine, {
  takesKeys: false,
});
const OthersDrops = lazyPart(
  async () => (await import("../seeing/together/others-drops")).OthersDrops,
  { takesKeys: false },
);

interface DropGateProps {
  readonly root: RefObject<HTMLElement | null>;
}

/** Where things would land that somebody carries; whoever carries nothing and is alone needs none of it. */
export function DropGate({ root }: DropGateProps) {
  const holds = useHand((hand) => hand !== null);
  const { me } = usePlace();
  const isAlone = useSeen().people.every(({ id }) => id === me.id);
  return (
    <>
      {holds ? <DropLine root={root} /> : null}
      {isAlone ? null : <OthersDrops root={root} />}
    </>
  );
}
