"use client";

import { usePeopleAt } from "@/components/room/use-room-state";
import type { PresenceUser } from "@/lib/protocol/presence";

/** A ring in a colleague's colour with their name, where they are. */
export function PeopleRing({ at }: { readonly at: string }) {
  return <RingOf people={usePeopleAt(at)} />;
}

/** The same for whoever has asked already who is there. */
export function RingOf({
  people,
}: {
  readonly people: readonly PresenceUser[];
}) {
  const first = people[0];
  if (!first) return null;
  const names = people.map(({ name }) => name).join(", ");
  return (
    <span
      data-colour={first.colour}
      className="pointer-events-none absolute inset-0 z-[2] shadow-[inset_0_0_0_2px_var(--tone)] forced-colors:border-2"
    >
      <span className="absolute right-0 bottom-0 max-w-full truncate rounded-tl-sm bg-(--tone) px-1.5 text-2xs leading-4 font-medium text-(--tint)">
        {names}
      </span>
    </span>
  );
}
