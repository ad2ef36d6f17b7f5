"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { useRoom } from "@/components/room/room-context";
import { usePeopleAt } from "@/components/room/use-room-state";
import type { EntityId } from "@/lib/journey/ids";

/** Who else has the same record open. */
export function PanelPeople({ entityId }: { readonly entityId: EntityId }) {
  const t = useTranslations("touchpoint");
  const { me } = useRoom();
  const others = usePeopleAt(entityId).filter(({ id }) => id !== me.id);
  if (others.length === 0) return null;
  const names = others.map(({ name }) => name).join(", ");
  return (
    <span title={names} className="mr-1 flex -space-x-1.5">
      <span className="sr-only">{t("alsoHere", { names })}</span>
      {others.map(({ id, name, colour }) => (
        <Avatar
          key={id}
          {...{ id, name, colour }}
          className="ring-2 ring-surface"
        />
      ))}
    </span>
  );
}
