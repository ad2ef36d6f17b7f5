"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useEffectEvent, useRef } from "react";
import { newId } from "@/components/room/new-id";
import { useRoom } from "@/components/room/room-context";
import { useSeen } from "@/components/room/use-room-state";
import { showToast } from "@/components/ui/toast";
import { isRole } from "@/lib/access/roles";
import { mayEver } from "@/lib/access/can";
import type { Presence } from "@/lib/protocol/presence";
import { useSeeing } from "../seeing-context";

/** So long a call is out, and so long nobody can make the next. */
export const CALL_MS = 15_000;
/** Calls of one person that come sooner are not heard, whatever their client does. */
const DEAF_MS = 10_000;

/** Asks all others to come to where I am. */
export function useCall(): () => void {
  const t = useTranslations("seeing.bring");
  const { client, me } = useRoom();
  const { together } = useSeeing();
  return useCallback(() => {
    const people = client?.presence.getSeen().people ?? [];
    const count = people.filter(({ id }) => id !== me.id).length;
    const isOut = together.getCall() !== null;
    if (count > 0 && !isOut) together.call(newId());
    const text = isOut
      ? t("again")
      : count > 0
        ? t("asked", { count })
        : t("alone");
    showToast({ text });
  }, [client, me.id, t, together]);
}

/** Keeps a call out for its time. */
export function useCallOut(callId: string | null): void {
  const { client } = useRoom();
  const { together } = useSeeing();
  useEffect(() => {
    if (!client || callId === null) return;
    client.presence.tell({ calls: callId });
    const timer = setTimeout(() => together.call(null), CALL_MS);
    return () => {
      clearTimeout(timer);
      client.presence.tell({ calls: null });
    };
  }, [client, callId, together]);
}

/** Whether the server says that somebody may write here, and so may call. */
function mayCall({ user }: Presence): boolean {
  if (!isRole(user.role)) return false;
  const { id: userId, role } = user;
  const actor = { kind: "member", userId, workspaceId: "", role } as const;
  return mayEver(actor, "room:update");
}

/** Passes on what others ask: one may go, and nobody has to. */
export function useHearCalls(): void {
  const t = useTranslations("seeing.bring");
  const { me } = useRoom();
  const { together } = useSeeing();
  const { presences } = useSeen();
  const heard = useRef(new Map<string, { id: string; at: number }>());
  const hear = useEffectEvent(({ user, calls }: Presence) => {
    const known = heard.current.get(user.id);
    if (calls === null || user.id === me.id || known?.id === calls) return;
    const now = Date.now();
    const isTooSoon = known !== undefined && now - known.at < DEAF_MS;
    heard.current.set(user.id, { id: calls, at: isTooSoon ? known.at : now });
    const isWith = together.getFollowing()?.userId === user.id;
    if (isTooSoon || isWith) return;
    const { id: userId, name } = user;
    showToast({
      text: t("asks", { name }),
      other: { label: t("stay"), run: () => undefined },
      action: {
        label: t("go"),
        run: () => together.follow({ userId, name, isOnce: true }),
      },
    });
  });
  useEffect(() => {
    for (const presence of presences) if (mayCall(presence)) hear(presence);
  }, [presences]);
}
