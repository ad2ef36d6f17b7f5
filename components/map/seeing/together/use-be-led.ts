"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { useRoom } from "@/components/room/room-context";
import { useSeen } from "@/components/room/use-room-state";
import { showToast } from "@/components/ui/toast";
import { leadsTo, tabOf } from "@/lib/protocol/following";
import type { Presence } from "@/lib/protocol/presence";
import { useEditorUi } from "../../editor-ui";
import { speak } from "../../grid/speak";
import { useSeeing } from "../seeing-context";
import { useFollowing } from "./use-follow";
import { useOwnMoves } from "./use-own-moves";
import { LedBook, useShowLook } from "./use-show-look";

/** A connection may stumble; who is away for longer has left. */
export const GONE_MS = 8_000;
/** How often a place is looked for that is still being drawn. */
const MOST_TRIES = 120;

/** Shows what the followed person sees, until the reader moves, they leave, or a circle would come of it. */
export function useBeLed(): Presence | null {
  const t = useTranslations("seeing.follow");
  const { client, me } = useRoom();
  const { together } = useSeeing();
  const following = useFollowing();
  const { presences } = useSeen();
  const leader = following ? tabOf(presences, following.userId) : null;
  const name = following?.name ?? "";

  const stop = (text: string, isShown = false) => {
    together.stop();
    if (isShown) showToast({ text });
    else speak(text);
  };
  useTellFollowing(following?.userId ?? null);
  useShownLook(leader, () => stop(t("stopped", { name })));
  useOwnMoves(following !== null, () => stop(t("stopped", { name })));

  const isThere =
    leader !== null && (!following?.isOnce || leader.look !== null);
  const leave = useEffectEvent(() => stop(t("left", { name }), true));
  useEffect(() => {
    if (!following || isThere) return;
    const timer = setTimeout(leave, GONE_MS);
    return () => clearTimeout(timer);
  }, [following, isThere]);

  // Two who begin at the same moment see it afterwards: one of them lets go.
  const isCircle =
    following !== null &&
    !following.isOnce &&
    me.id > following.userId &&
    leadsTo(presences, following.userId, me.id);
  const letGo = useEffectEvent(() => stop(t("circle", { name }), true));
  useEffect(() => {
    if (isCircle) letGo();
  }, [isCircle]);
  return client && following && !following.isOnce ? leader : null;
}

function useTellFollowing(userId: string | null): void {
  const { client } = useRoom();
  useEffect(() => {
    if (!client || userId === null) return;
    client.presence.tell({ follows: userId });
    return () => client.presence.tell({ follows: null });
  }, [client, userId]);
}

/** Goes along with the other's look; a view or record that the reader chooses ends it. */
function useShownLook(leader: Presence | null, onOwnChoice: () => void): void {
  const { together } = useSeeing();
  const following = useFollowing();
  const { view, record } = useEditorUi();
  const [led] = useState(() => new LedBook({ view, record, isLent: false }));
  const show = useShowLook(led);
  const begin = useEffectEvent(() => {
    led.note({ view, record, isLent: false });
  });
  useEffect(() => {
    if (following) begin();
  }, [following]);

  const compare = useEffectEvent(() => {
    const lent = led.get();
    if (following && (lent.view !== view || lent.record !== record))
      onOwnChoice();
  });
  useEffect(() => compare(), [view, record]);

  const apply = useEffectEvent((): boolean => {
    const look = leader?.look;
    const isShown = look ? show(look) : false;
    if (isShown && following?.isOnce) together.stop();
    return isShown;
  });
  const look = JSON.stringify(leader?.look ?? null);
  useEffect(() => {
    if (look === "null") return;
    let frame = 0;
    const attempt = (tries: number) => {
      if (apply() || tries === 0) return;
      frame = requestAnimationFrame(() => attempt(tries - 1));
    };
    attempt(MOST_TRIES);
    return () => cancelAnimationFrame(frame);
  }, [look, following, view]);
}
