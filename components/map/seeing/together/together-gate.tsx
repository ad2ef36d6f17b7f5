"use client";

import { useRoom } from "@/components/room/room-context";
import { useSeen } from "@/components/room/use-room-state";
import { lazyPart } from "@/components/ui/lazy-part";
import { useFollowing } from "./use-follow";

const TogetherLayer = lazyPart(
  async () => (await import("./together-layer")).TogetherLayer,
  { takesKeys: false },
);

/** Whoever is alone on a map needs nothing of it. */
export function TogetherGate() {
  const { me } = useRoom();
  const isAlone = useSeen().people.every(({ id }) => id === me.id);
  const isFollowing = useFollowing() !== null;
  return isAlone && !isFollowing ? null : <TogetherLayer />;
}
