"use client";

import { useTranslations } from "next-intl";
import { useRoom } from "@/components/room/room-context";
import { useSeen } from "@/components/room/use-room-state";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Switch } from "@/components/ui/switch";
import { useFollow } from "./use-follow";
import { useHearing } from "./use-heard-changes";

/** Everybody who is here, each to be followed. */
export function PeopleDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("seeing.follow");
  const { me } = useRoom();
  const others = useSeen().people.filter(({ id }) => id !== me.id);
  const { followed, toggle } = useFollow();
  const [isHearing, hear] = useHearing();
  return (
    <Dialog
      title={t("title")}
      size="sm"
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      {others.length === 0 ? (
        <p className="py-4 text-sm text-ink-2">{t("alone")}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {others.map((person) => (
            <li key={person.id} className="flex min-h-11 items-center gap-3">
              <Avatar {...person} />
              <span className="min-w-0 flex-1 truncate">{person.name}</span>
              <Button
                size="sm"
                aria-label={t(person.id === followed ? "stop" : "start", {
                  name: person.name,
                })}
                onPress={() => {
                  toggle(person);
                  onClose();
                }}
              >
                {person.id === followed ? t("stopShort") : t("startShort")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-3 border-t border-line pt-3">
        <Switch
          isSelected={isHearing}
          onChange={hear}
          description={t("hear.description")}
        >
          {t("hear.label")}
        </Switch>
      </div>
    </Dialog>
  );
}
