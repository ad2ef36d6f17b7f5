"use client";

import {
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
  type RefObject,
} from "react";
import { useRoom } from "@/components/room/room-context";
import { cx } from "@/components/ui/cx";
import type { Presence } from "@/lib/protocol/presence";
import { placeLine } from "../../grid/drop-line";
import { titleOf } from "../../grid/use-place-words";
import { useSeenMap } from "../seeing-context";
import { dropsIn } from "./drops";
import type { Drop } from "./drops";

const NOBODY: readonly Presence[] = [];
const never = () => () => undefined;

interface OthersDropsProps {
  readonly root: RefObject<HTMLElement | null>;
}

/** Lines where things would land that others carry right now, in their colour and with their name. */
export function OthersDrops({ root }: OthersDropsProps) {
  const drops = useDrops();
  return drops.map((drop) => (
    <OthersDrop key={`${drop.who.id} ${drop.subject.id}`} {...{ root, drop }} />
  ));
}

/** Most of what others do carries nothing, and then nothing is drawn again. */
function useDrops(): readonly Drop[] {
  const { client } = useRoom();
  const map = useSeenMap((seen) => seen);
  const last = useRef(NOBODY);
  const read = () => {
    const carrying = (client?.presence.getSeen?.().presences ?? NOBODY).filter(
      ({ preview }) => preview?.kind === "drag",
    );
    if (sign(carrying) !== sign(last.current)) last.current = carrying;
    return last.current;
  };
  const carrying = useSyncExternalStore(
    client?.presence.subscribe ?? never,
    read,
    () => NOBODY,
  );
  return useMemo(() => dropsIn(carrying, map), [carrying, map]);
}

const sign = (presences: readonly Presence[]): string =>
  JSON.stringify(presences.map(({ user, preview }) => [user, preview]));

function OthersDrop({
  root,
  drop,
}: OthersDropsProps & { readonly drop: Drop }) {
  const mark = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (mark.current) placeLine(mark.current, root.current, drop);
    if (ghost.current) placeGhost(ghost.current, root.current, drop);
  });
  const { colour, name } = drop.who;
  const words = useSeenMap((map) => titleOf(map, drop.subject.id));
  return (
    <div data-colour={colour} data-drop={drop.subject.id} aria-hidden="true">
      <div
        ref={ghost}
        hidden
        className="pointer-events-none absolute rounded-sm border-2 border-dashed border-(--tone) bg-(--tint)/50"
      />
      <div
        ref={mark}
        hidden
        className="pointer-events-none absolute rounded-full bg-(--tone) forced-color-adjust-none"
      >
        <span
          className={cx(
            "absolute w-max max-w-56 truncate rounded-sm border border-(--tone) bg-(--tint) px-1.5 text-2xs leading-4 font-medium whitespace-nowrap text-(--tone)",
            // Above a card are the headings, which would cover it.
            drop.place.kind === "card"
              ? "top-1 left-1"
              : "top-0 left-0 -translate-y-full",
          )}
        >
          {name}
          {words ? <span className="font-normal"> · {words}</span> : null}
        </span>
      </div>
    </div>
  );
}

/** Over the thing itself, where it still stands. */
function placeGhost(
  ghost: HTMLElement,
  root: HTMLElement | null,
  { subject }: Drop,
): void {
  const id = CSS.escape(subject.id);
  const thing = root?.querySelector(
    subject.kind === "card"
      ? `[data-card="${id}"]`
      : `[data-drag="${subject.kind}"][data-id="${id}"]`,
  );
  const box = thing?.getBoundingClientRect();
  const frame = root?.getBoundingClientRect();
  ghost.hidden = !box || !frame;
  ghost.style.zIndex = subject.kind === "card" ? "3" : "19";
  if (!root || !box || !frame) return;
  ghost.style.left = `${box.left - frame.left + root.scrollLeft}px`;
  ghost.style.top = `${box.top - frame.top + root.scrollTop}px`;
  ghost.style.width = `${box.width}px`;
  ghost.style.height = `${box.height}px`;
}
