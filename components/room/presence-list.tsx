"use client";

import { useTranslations } from "next-intl";
import { Button as AriaButton } from "react-aria-components";
import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/cx";
import { Popover } from "@/components/ui/popover";
import type { Person } from "./presence-book";
import { useRoom } from "./room-context";
import { useSeen } from "./use-room-state";

const SHOWN = 4;

/** Who is on this map right now; the faces first, all names behind them. */
export function PresenceList() {
  const t = useTranslations("room");
  const { me } = useRoom();
  const others = useSeen().people.filter(({ id }) => id !== me.id);
  if (others.length === 0) return null;
  const rest = others.length - SHOWN;
  return (
    <Popover
      label={t("people.title")}
      placement="bottom end"
      trigger={
        <AriaButton
          aria-label={t("people.here", { count: others.length })}
          className="flex h-8 items-center rounded-md px-1 hover:bg-hover"
        >
          <span className="flex -space-x-1.5">
            {others.slice(0, SHOWN).map((person) => (
              <Face key={person.id} person={person} />
            ))}
          </span>
          {rest > 0 ? (
            <span className="pl-1.5 text-xs text-ink-2">+{rest}</span>
          ) : null}
        </AriaButton>
      }
    >
      <ul className="flex min-w-48 flex-col gap-2">
        <PersonRow
          name={me.name}
          id={me.id}
          colour={me.colour}
          note={t("people.you")}
        />
        {others.map((person) => (
          <PersonRow
            key={person.id}
            {...person}
            note={
              person.isIdle
                ? t("people.idle")
                : t(`people.role.${roleOf(person.role)}`)
            }
          />
        ))}
      </ul>
    </Popover>
  );
}

const roles = ["owner", "admin", "editor", "commenter", "viewer"] as const;

function roleOf(role: string): (typeof roles)[number] {
  return roles.find((known) => known === role) ?? "viewer";
}

function Face({ person }: { readonly person: Person }) {
  return (
    <Avatar
      name={person.name}
      id={person.id}
      colour={person.colour}
      className={cx(
        "ring-2 ring-paper transition-opacity",
        person.isIdle && "opacity-45",
      )}
    />
  );
}

interface PersonRowProps {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly note: string;
}

function PersonRow({ id, name, colour, note }: PersonRowProps) {
  return (
    <li className="flex items-center gap-2 text-sm">
      <Avatar {...{ id, name, colour }} />
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <span className="text-xs text-ink-3">{note}</span>
    </li>
  );
}
