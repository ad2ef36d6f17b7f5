"use client";

import { useTranslations } from "next-intl";
import { useCommands } from "@/components/room/use-commands";
import { addRecovery, setBreakOff } from "@/lib/journey/failure";
import type { TouchpointId } from "@/lib/journey/ids";
import { speak } from "../grid/speak";

/** A name of this length still says which touchpoint is meant; what it stands in takes no more than a thousand. */
const NAMED_BY = 200;
/** How long after a failure people are written to at first; whoever makes a follow-up says otherwise in its record. */
const SOON = "PT3H";

interface Failing {
  readonly id: TouchpointId;
  readonly title: string;
}

/** What can be done about a touchpoint that fails. */
export function useFailing() {
  const t = useTranslations("failure");
  const { run } = useCommands();
  const nameOf = ({ title }: Failing) => title.trim() || t("untitled");
  return {
    /** Says that the journey breaks off there, or takes that back. */
    mark: (touchpoint: Failing, isOn: boolean): void => {
      const touchpointId = isOn ? touchpoint.id : null;
      const done = run((ctx) => setBreakOff(ctx, { touchpointId }));
      const title = nameOf(touchpoint);
      if (done?.ok)
        speak(t(isOn ? "spoken.marked" : "spoken.unmarked", { title }));
    },
    /** Adds a touchpoint that follows up on it; null where that was refused. */
    recover: (touchpoint: Failing): TouchpointId | null => {
      const title = nameOf(touchpoint).slice(0, NAMED_BY);
      const made = run((ctx) =>
        addRecovery(ctx, {
          touchpointId: touchpoint.id,
          title: t("recovery.newTitle"),
          timing: { offset: SOON, after: t("recovery.event", { title }) },
        }),
      );
      if (!made?.ok) return null;
      speak(t("spoken.recovered", { title }));
      return made.touchpointId;
    },
  };
}
