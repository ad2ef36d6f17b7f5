"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button as AriaButton } from "react-aria-components";
import { Popover } from "@/components/ui/popover";
import type { Person } from "./presence-book";
import { Face, FaceButton, noteOf, PersonRow } from "./presence-person";
import { useRoom } from "./room-context";
import { useSeen } from "./use-room-state";

const SHOWN = 4;

interface PresenceListProps {
  /** The user whose view this tab goes along with. */
  readonly followed: string | null;
  /** Follows somebody, or no longer. */
  readonly onFollow: (person: Person) => void;
}

/** Who is on this map right now: each face follows its person, and behind them are all names. */
export function PresenceList({ followed, onFollow }: PresenceListProps) {
  const t = useTranslations("room");
  const { me } = useRoom();
  const { people, presences } = useSeen();
  const others = people.filter(({ id }) => id !== me.id);
  if (others.length === 0) return null;
  const followers = new Set(
    presences
      .filter(({ follows }) => follows === me.id)
      .map(({ user }) => user.id),
  );
  const faceOf = (person: Person) => ({
    person,
    isFollowed: person.id === followed,
    isFollower: followers.has(person.id),
    onFollow,
  });
  return (
    <div className="flex shrink-0 items-center">
      <span className="flex max-sm:hidden">
        {others.slice(0, SHOWN).map((person) => (
          <FaceButton key={person.id} {...faceOf(person)} />
        ))}
      </span>
      <Popover
        label={t("people.title")}
        placement="bottom end"
        trigger={
          <AriaButton
            aria-label={t("people.here", { count: others.length })}
            className="flex h-8 min-w-6 items-center justify-center rounded-md px-1 hover:bg-hover pointer-coarse:h-11 pointer-coarse:min-w-11"
          >
            <span className="flex -space-x-1.5 sm:hidden">
              {others.slice(0, 2).map((person) => (
                <Face key={person.id} {...faceOf(person)} />
              ))}
            </span>
            <More count={others.length} />
          </AriaButton>
        }
      >
        {(close) => (
          <ul className="flex min-w-56 flex-col gap-1">
            <PersonRow person={me} note={t("people.you")} />
            {others.map((person) => (
              <PersonRow
                key={person.id}
                {...faceOf(person)}
                note={noteOf(person, t)}
                onFollow={() => {
                  close();
                  onFollow(person);
                }}
              />
            ))}
          </ul>
        )}
      </Popover>
    </div>
  );
}

/** What the faces do not show: how many more, or that there is a list. */
function More({ count }: { readonly count: number }) {
  const wide = count - SHOWN;
  const narrow = count - 2;
  return (
    <>
      <span className="text-xs text-ink-2 max-sm:hidden">
        {wide > 0 ? (
          `+${wide}`
        ) : (
          <ChevronDown aria-hidden="true" className="size-3.5" />
        )}
      </span>
      {narrow > 0 ? (
        <span className="pl-1.5 text-xs text-ink-2 sm:hidden">+{narrow}</span>
      ) : null}
    </>
  );
}
