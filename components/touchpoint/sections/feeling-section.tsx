"use client";

import { useTranslations } from "next-intl";
import { useCatalogue } from "@/components/map/drawing/catalogue";
import { useEvidence } from "@/components/map/emotion/evidence";
import { EvidenceLine } from "@/components/map/emotion/evidence-line";
import { LevelButtons } from "@/components/map/emotion/level-buttons";
import { useLevelName } from "@/components/map/emotion/levels";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { EmotionFace } from "@/components/ui/emotion-face";
import { feltValue, nearestLevel } from "@/lib/insight/evidence";
import { setEmotion } from "@/lib/journey/emotions";
import { Section } from "../section";
import type { SectionPartProps } from "./section-props";

/** How it feels, for each persona of the map. */
export function FeelingSection({ touchpoint, canWrite }: SectionPartProps) {
  const t = useTranslations("touchpoint.feeling");
  const personas = useJourneyMap((map) => map.personas);
  const { personaOf } = useCatalogue();
  const { run } = useCommands();
  const levelName = useLevelName();
  const evidence = useEvidence();
  const felt = personas.flatMap((id) => {
    const found = evidence(touchpoint.id, id);
    const value = feltValue(touchpoint.emotions[id] ?? null, found);
    return value === null ? [] : [{ id, value, isProven: found !== null }];
  });
  return (
    <Section
      name="feeling"
      title={t("title")}
      isOpenAtFirst
      summary={
        <span className="inline-flex gap-1">
          {felt.map(({ id, value, isProven }) => (
            <EmotionFace
              key={id}
              value={nearestLevel(value)}
              isHollow={!isProven}
              className="size-4"
            />
          ))}
        </span>
      }
    >
      {personas.length === 0 ? (
        <p className="text-sm text-ink-2">{t("noPersona")}</p>
      ) : null}
      {personas.map((personaId) => {
        const value = touchpoint.emotions[personaId] ?? null;
        const name = personaOf(personaId)?.name ?? t("unknown");
        return (
          <div
            key={personaId}
            className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1"
          >
            <p className="min-w-0 text-sm">
              <span className="font-medium">{name}</span>{" "}
              <span className="text-ink-2">{levelName(value)}</span>
              {value !== null && !evidence(touchpoint.id, personaId) ? (
                <span className="text-xs text-ink-3"> {t("assumed")}</span>
              ) : null}
            </p>
            <LevelButtons
              label={t("for", { name })}
              value={value}
              isDisabled={!canWrite}
              onPick={(next) =>
                run((ctx) =>
                  setEmotion(ctx, {
                    touchpointId: touchpoint.id,
                    personaId,
                    value: next,
                  }),
                )
              }
            />
            <span className="w-full text-sm text-ink-2 empty:hidden">
              <EvidenceLine touchpointId={touchpoint.id} {...{ personaId }} />
            </span>
          </div>
        );
      })}
    </Section>
  );
}
