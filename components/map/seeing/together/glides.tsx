"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type * as Y from "yjs";
import { useRoom } from "@/components/room/room-context";
import { changedTypes } from "@/lib/journey/touched";
import type { PresenceUser } from "@/lib/protocol/presence";
import { useSeeing } from "../seeing-context";
import { prefersCalm } from "../viewport";
import { Carriers } from "./carriers";
import { useOthersTransactions } from "./others-transactions";

/** A card that somebody else put elsewhere. */
interface Glide {
  readonly key: number;
  readonly id: string;
  readonly who: PresenceUser | null;
  /** What it looked like, and where on the screen. */
  readonly copy: Node;
  readonly from: DOMRect;
}

const GLIDE_MS = 320;
/** So long a name can be read. */
const NAME_MS = 2_400;
/** A whole column that moves is no motion that anybody could follow. */
const MOST = 8;

/** Cards that others move glide to their new place and say who moved them. */
export function Glides() {
  const { viewport } = useSeeing();
  const whoCarried = useCarriers();
  const [glides, set] = useState<readonly Glide[]>([]);
  const keys = useRef(0);
  useOthersTransactions((transaction) => {
    const frame = viewport.getFrame();
    const moved = frame ? movedCards(transaction) : [];
    if (!frame || moved.length === 0 || moved.length > MOST) return;
    const next = moved.flatMap((id): Glide[] => {
      const card = cardIn(frame, id);
      if (!card) return [];
      keys.current += 1;
      return [
        {
          key: keys.current,
          id,
          who: whoCarried(id),
          copy: card.cloneNode(true),
          from: card.getBoundingClientRect(),
        },
      ];
    });
    if (next.length > 0) set((now) => [...now, ...next]);
  });
  const end = (key: number) =>
    set((now) => now.filter((glide) => glide.key !== key));
  const frame = viewport.getFrame();
  if (glides.length === 0 || !frame) return null;
  return createPortal(
    glides.map((glide) => (
      <GlidingCard
        key={glide.key}
        zoom={viewport.getZoom()}
        {...{ glide, frame }}
        onEnd={() => end(glide.key)}
      />
    )),
    document.body,
  );
}

function useCarriers(): (id: string) => PresenceUser | null {
  const { client } = useRoom();
  const [carriers] = useState(() => new Carriers(() => performance.now()));
  useEffect(() => {
    if (!client) return;
    const note = () => carriers.note(client.presence.getSeen().presences);
    note();
    return client.presence.subscribe(note);
  }, [client, carriers]);
  return carriers.of;
}

/** The cards to which a change gave another place. */
function movedCards(transaction: Y.Transaction): readonly string[] {
  return [...changedTypes(transaction)].flatMap(({ root, path, keys }) =>
    root === "cards" && path.length === 1 && keys.has("loc")
      ? (path[0] ?? [])
      : [],
  );
}

const cardIn = (frame: HTMLElement, id: string): HTMLElement | null =>
  frame.querySelector(`[data-card="${CSS.escape(id)}"]`);

interface GlidingCardProps {
  readonly glide: Glide;
  readonly frame: HTMLElement;
  readonly zoom: number;
  readonly onEnd: () => void;
}

/** A copy above the map, because what stands in a lane is cut off at its edges. */
function GlidingCard({ glide, frame, zoom, onEnd }: GlidingCardProps) {
  const { id, who, copy, from } = glide;
  const box = useRef<HTMLDivElement>(null);
  const end = useRef(onEnd);
  useLayoutEffect(() => {
    const card = cardIn(frame, id);
    const away = () => end.current();
    if (!box.current || !card || !isSeen(card, frame)) return away();
    const to = card.getBoundingClientRect();
    const edge = frame.getBoundingClientRect();
    Object.assign(box.current.style, {
      left: `${to.left - edge.left}px`,
      top: `${to.top - edge.top}px`,
      width: `${to.width}px`,
    });
    const moves = move(box.current, card, {
      x: from.left - to.left,
      y: from.top - to.top,
    });
    const timer = setTimeout(away, NAME_MS);
    frame.addEventListener("scroll", away, { once: true, passive: true });
    return () => {
      clearTimeout(timer);
      frame.removeEventListener("scroll", away);
      moves.forEach((one) => one.cancel());
    };
  }, [frame, id, from]);
  const { left, top, width, height } = frame.getBoundingClientRect();
  return (
    <div
      aria-hidden="true"
      data-glide={id}
      data-colour={who?.colour}
      style={{ left, top, width, height }}
      className="pointer-events-none fixed z-30 overflow-hidden print:hidden"
    >
      <div ref={box} className="absolute">
        <div
          data-glide-copy=""
          style={{ zoom }}
          ref={(element) => element?.replaceChildren(copy)}
        />
        {who ? (
          <span className="absolute -top-2.5 left-1 max-w-40 truncate rounded-sm border border-(--tone) bg-(--tint) px-1.5 text-2xs leading-4 font-medium text-(--tone)">
            {who.name}
          </span>
        ) : null}
      </div>
    </div>
  );
}

function isSeen(card: HTMLElement, frame: HTMLElement): boolean {
  const a = card.getBoundingClientRect();
  const b = frame.getBoundingClientRect();
  return (
    a.right > b.left && a.left < b.right && a.bottom > b.top && a.top < b.bottom
  );
}

/** Where it stands already it is seen once its copy has come; the copy then goes, its name stays a while. */
function move(
  box: HTMLElement,
  card: HTMLElement,
  { x, y }: { readonly x: number; readonly y: number },
): Animation[] {
  const copy = box.querySelector<HTMLElement>("[data-glide-copy]");
  const leave = () => void (copy && (copy.hidden = true));
  if (prefersCalm()) {
    leave();
    return [];
  }
  const how = { duration: GLIDE_MS, easing: "cubic-bezier(0.2, 0, 0, 1)" };
  const start = { transform: `translate(${x}px, ${y}px)` };
  const way = box.animate([start, { transform: "none" }], how);
  way.addEventListener("finish", leave);
  const rest = [{ opacity: 0 }, { opacity: 0 }];
  return [way, card.animate(rest, { duration: GLIDE_MS })];
}
