"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { useRoom } from "@/components/room/room-context";
import { useSeen } from "@/components/room/use-room-state";
import type { Look } from "@/lib/protocol/presence";
import { isThing, useEditorUi } from "../../editor-ui";
import { useSeeing } from "../seeing-context";
import { cellPlace, scrollPlace } from "./window-place";

/** Tells others what I look at, as long as one of them wants to know. */
export function useTellLook(isCalling: boolean): void {
  const { client, me } = useRoom();
  const { viewport, stage } = useSeeing();
  const { view, record } = useEditorUi();
  const isFollowed = useSeen().presences.some(
    ({ user, follows }) => follows === me.id && user.id !== me.id,
  );
  const isWatched = isFollowed || isCalling;
  const told = useRef<Look | null>(null);

  const lookNow = (): Look => {
    const open = record && isThing(record) ? record : null;
    const isGrid = view === "map";
    return {
      view,
      stageId: view === "outline" ? stage.get() : null,
      // While something covers the grid, it is where it was.
      cell: isGrid ? (cellPlace(viewport) ?? told.current?.cell ?? null) : null,
      scroll: isGrid ? null : scrollPlace(),
      open,
    };
  };
  const tell = useEffectEvent(() => {
    const isShown = document.visibilityState === "visible";
    const look = isShown ? lookNow() : null;
    if (JSON.stringify(look) === JSON.stringify(told.current)) return;
    told.current = look;
    client?.presence.tell({ look });
  });

  useEffect(() => {
    if (!isWatched || !client) return;
    let frame = 0;
    const soon = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        tell();
      });
    };
    soon();
    const stops = [viewport.subscribe(soon), stage.subscribe(soon)];
    // Scrolling does not bubble; it is caught on its way down.
    document.addEventListener("scroll", soon, { capture: true, passive: true });
    document.addEventListener("visibilitychange", tell);
    window.addEventListener("resize", soon);
    return () => {
      cancelAnimationFrame(frame);
      stops.forEach((stop) => stop());
      document.removeEventListener("scroll", soon, { capture: true });
      document.removeEventListener("visibilitychange", tell);
      window.removeEventListener("resize", soon);
      told.current = null;
      client.presence.tell({ look: null });
    };
  }, [isWatched, client, viewport, stage]);

  useEffect(() => {
    if (isWatched) tell();
  }, [isWatched, view, record]);
}
