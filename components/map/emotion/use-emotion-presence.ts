"use client";

import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import { useRoom } from "@/components/room/room-context";
import type { PersonaId, TouchpointId } from "@/lib/journey/ids";
import type { Emotion } from "@/lib/journey/vocabulary";
import type { Presence } from "@/lib/protocol/presence";
import type { EmotionDraft, EmotionPreview } from "./lines";

const never = () => () => {};

/** Shows colleagues which point I drag, and me which ones they drag; nothing of it is kept. */
export function useEmotionPresence() {
  const { client } = useRoom();
  const last = useRef("[]");
  const read = () => {
    const told = previewsIn(client?.presence.getSeen?.().presences ?? []);
    const next = JSON.stringify(told);
    if (next !== last.current) last.current = next;
    return last.current;
  };
  const told = useSyncExternalStore(
    client?.presence.subscribe ?? never,
    read,
    () => "[]",
  );
  const previews = useMemo(() => JSON.parse(told) as EmotionPreview[], [told]);
  const tell = useCallback(
    (draft: EmotionDraft | null) =>
      client?.presence.tell({
        preview: draft && { kind: "emotion", ...draft },
      }),
    [client],
  );
  return { previews, tell };
}

function previewsIn(presences: readonly Presence[]): EmotionPreview[] {
  return presences.flatMap(({ user, preview }) => {
    if (preview?.kind !== "emotion") return [];
    const { id, name, colour } = user;
    return [
      {
        touchpointId: preview.touchpointId as TouchpointId,
        personaId: preview.personaId as PersonaId,
        value: Math.round(preview.value) as Emotion,
        who: { id, name, colour },
      },
    ];
  });
}
