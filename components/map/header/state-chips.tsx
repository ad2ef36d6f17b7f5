"use client";

import { useTranslations } from "next-intl";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { lazyPart } from "@/components/ui/lazy-part";
import { setMeta } from "@/lib/journey/meta";
import { JOURNEY_STATES, OUTCOMES } from "@/lib/journey/vocabulary";
import { StateChip } from "./state-chip";

/** Whether the map shows how it is or how it shall be, and how it ends. */
export function StateChips() {
  const t = useTranslations("map");
  const state = useJourneyMap((map) => map.meta.state);
  const outcome = useJourneyMap((map) => map.meta.outcome);
  const { run } = useCommands();
  return (
    <span className="flex shrink-0 gap-1.5 max-md:hidden">
      <StateChip
        label={t("header.state")}
        value={t(`state.${state}`)}
        options={JOURNEY_STATES.map((id) => ({ id, name: t(`state.${id}`) }))}
        onChoose={(id) => run((ctx) => setMeta(ctx, { state: id }))}
      />
      <StateChip
        label={t("header.outcome")}
        value={t(`outcome.${outcome}`)}
        options={OUTCOMES.map((id) => ({ id, name: t(`outcome.${id}`) }))}
        onChoose={(id) => run((ctx) => setMeta(ctx, { outcome: id }))}
      />
      <BreakOff />
    </span>
  );
}

const BreakOffChip = lazyPart(
  async () => (await import("../failure/break-off-chip")).BreakOffChip,
  { takesKeys: false },
);

/** Most journeys end well or have no end yet; of those nothing is said. */
function BreakOff() {
  const isAsked = useJourneyMap(
    ({ meta }) =>
      meta.outcome === "unsuccessful" ||
      (meta.outcome === "open" && meta.breaksOffAt !== null),
  );
  return isAsked ? <BreakOffChip /> : null;
}
