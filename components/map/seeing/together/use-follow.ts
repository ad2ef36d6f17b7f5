"use client";

import { useTranslations } from "next-intl";
import { useCallback, useSyncExternalStore } from "react";
import { useRoom } from "@/components/room/room-context";
import { showToast } from "@/components/ui/toast";
import { leadsTo } from "@/lib/protocol/following";
import { speak } from "../../grid/speak";
import { useSeeing } from "../seeing-context";
import type { Following } from "./together";

export interface FollowChoice {
  /** The user who is followed now. */
  readonly followed: string | null;
  /** Follows somebody, or no longer if they are followed already. */
  readonly toggle: (person: {
    readonly id: string;
    readonly name: string;
  }) => void;
}

export function useFollowing(): Following | null {
  const { together } = useSeeing();
  return useSyncExternalStore(
    together.subscribe,
    together.getFollowing,
    together.getFollowing,
  );
}

/** Going where another goes. */
export function useFollow(): FollowChoice {
  const t = useTranslations("seeing.follow");
  const { client, me } = useRoom();
  const { together } = useSeeing();
  const following = useFollowing();
  const followed = following && !following.isOnce ? following.userId : null;
  const toggle = useCallback<FollowChoice["toggle"]>(
    ({ id, name }) => {
      const now = together.getFollowing();
      if (now?.userId === id && !now.isOnce) {
        speak(t("stopped", { name }));
        return together.stop();
      }
      const presences = client?.presence.getSeen().presences ?? [];
      if (leadsTo(presences, id, me.id))
        return void showToast({ text: t("circle", { name }) });
      together.follow({ userId: id, name, isOnce: false });
      speak(t("started", { name }));
    },
    [client, me.id, t, together],
  );
  return { followed, toggle };
}
