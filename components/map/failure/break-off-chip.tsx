"use client";

import { useTranslations } from "next-intl";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { setBreakOff } from "@/lib/journey/failure";
import { breakOffOf } from "@/lib/journey/failure-kinds";
import { asId } from "@/lib/journey/ids";
import { StateChip } from "../header/state-chip";

const NOWHERE = "nowhere";

/** Where a journey that does not end well breaks off; also that nobody has said, or that it was said of what is gone. */
export function BreakOffChip() {
  const t = useTranslations("failure.chip");
  const untitled = useTranslations("failure")("untitled");
  const { run } = useCommands();
  const kind = useJourneyMap((map) => breakOffOf(map).kind);
  const touchpoint = useJourneyMap((map) => breakOffOf(map).touchpoint);
  const stages = useJourneyMap((map) => map.stages);
  const nameOf = (title: string) => title.trim() || untitled;
  const value = touchpoint
    ? t("at", { title: nameOf(touchpoint.title) })
    : t(kind === "gone" ? "gone" : "none");
  const points = stages.flatMap(({ touchpoints }) => touchpoints);
  const options = [
    ...points.map(({ id, title }) => ({
      id: id as string,
      name: nameOf(title),
    })),
    { id: NOWHERE, name: t("nowhere") },
  ];
  const choose = (id: string) =>
    run((ctx) =>
      setBreakOff(ctx, { touchpointId: id === NOWHERE ? null : asId(id) }),
    );
  return (
    <StateChip label={t("label")} {...{ value, options }} onChoose={choose} />
  );
}
