"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button as AriaButton } from "react-aria-components";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Tooltip } from "@/components/ui/tooltip";
import type { Person } from "./presence-book";

type Translate = ReturnType<typeof useTranslations<"room">>;

/** What somebody is here. */
export function noteOf(person: Person, t: Translate): string {
  return person.isIdle
    ? t("people.idle")
    : t(`people.role.${roleOf(person.role)}`);
}

const roles = ["owner", "admin", "editor", "commenter", "viewer"] as const;

function roleOf(role: string): (typeof roles)[number] {
  return roles.find((known) => known === role) ?? "viewer";
}

interface FaceProps {
  readonly person: Person;
  readonly isFollowed: boolean;
  /** Whether they go along with what is seen here. */
  readonly isFollower: boolean;
}

interface FaceButtonProps extends FaceProps {
  readonly onFollow: (person: Person) => void;
}

/** A face that follows its person. */
export function FaceButton({ onFollow, ...face }: FaceButtonProps) {
  const t = useTranslations("room");
  const { person, isFollowed, isFollower } = face;
  const label = t(isFollowed ? "people.unfollow" : "people.follow", {
    name: person.name,
  });
  const note = isFollower ? t("people.followsYou") : noteOf(person, t);
  return (
    <Tooltip text={`${label} (${note})`}>
      <AriaButton
        aria-label={`${label} (${note})`}
        aria-pressed={isFollowed}
        onPress={() => onFollow(person)}
        className="rounded-full p-0.5 hover:bg-hover pointer-coarse:p-2"
      >
        <Face {...face} />
      </AriaButton>
    </Tooltip>
  );
}

/** A face: in a ring while it is followed, with an eye while it follows. */
export function Face({ person, isFollowed, isFollower }: FaceProps) {
  return (
    <span
      data-colour={person.colour}
      className={cx(
        "relative flex rounded-full ring-2",
        isFollowed ? "ring-(--tone)" : "ring-paper",
      )}
    >
      <Avatar
        name={person.name}
        id={person.id}
        colour={person.colour}
        className={cx("transition-opacity", person.isIdle && "opacity-45")}
      />
      {isFollower ? (
        <span className="absolute -right-1 -bottom-1 flex size-3.5 items-center justify-center rounded-full bg-ink text-paper">
          <Eye aria-hidden="true" className="size-2.5" />
        </span>
      ) : null}
    </span>
  );
}

interface PersonRowProps extends Partial<Omit<FaceButtonProps, "person">> {
  readonly person: Omit<Person, "isIdle" | "role"> | Person;
  readonly note: string;
}

/** A person in the list of who is here. */
export function PersonRow({ person, note, ...how }: PersonRowProps) {
  const t = useTranslations("room");
  const { isFollowed, isFollower, onFollow } = how;
  const { id, name, colour } = person;
  return (
    <li className="flex min-h-8 items-center gap-2 text-sm pointer-coarse:min-h-11">
      <Avatar {...{ id, name, colour }} />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{name}</span>
        <span className="block text-xs text-ink-3">
          {isFollower ? t("people.followsYou") : note}
        </span>
      </span>
      {onFollow && "isIdle" in person ? (
        <Button
          size="sm"
          variant="quiet"
          aria-label={t(isFollowed ? "people.unfollow" : "people.follow", {
            name,
          })}
          onPress={() => onFollow(person)}
        >
          {t(isFollowed ? "people.stop" : "people.start")}
        </Button>
      ) : null}
    </li>
  );
}
