"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from "react";
import { useRoom } from "@/components/room/room-context";
import { useSeen } from "@/components/room/use-room-state";
import { speak } from "../../grid/speak";
import { useSeeing } from "../seeing-context";
import { FollowFrame } from "./follow-frame";
import { Glides } from "./glides";
import { useBeLed } from "./use-be-led";
import { useCallOut, useHearCalls } from "./use-call";
import { useHeardChanges } from "./use-heard-changes";
import { useTellLook } from "./use-tell-look";

/** What goes on between those who look at one map: who follows whom, and who calls. */
export function TogetherLayer() {
  const { together } = useSeeing();
  const callId = useSyncExternalStore(
    together.subscribe,
    together.getCall,
    together.getCall,
  );
  useTellLook(callId !== null);
  useCallOut(callId);
  useHearCalls();
  useTellFollowers();
  useHeardChanges();
  const leader = useBeLed();
  return (
    <>
      <Glides />
      {leader ? <FollowFrame person={leader.user} /> : null}
    </>
  );
}

/** Says who begins to follow me; who listens to the page does not see the eye on a face. */
function useTellFollowers(): void {
  const t = useTranslations("seeing.follow");
  const { me } = useRoom();
  const { presences } = useSeen();
  const known = useRef<ReadonlySet<string>>(new Set());
  const compare = useEffectEvent(() => {
    const mine = presences.filter(
      ({ user, follows }) => follows === me.id && user.id !== me.id,
    );
    for (const { user } of mine)
      if (!known.current.has(user.id)) speak(t("followsYou", user));
    known.current = new Set(mine.map(({ user }) => user.id));
  });
  useEffect(() => compare(), [presences]);
}
