"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { useRoom } from "@/components/room/room-context";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import type { PersonaId } from "@/lib/journey/ids";
import { linkPersona, unlinkPersona } from "@/lib/journey/meta";

interface PersonaActionsProps {
  readonly personaId: PersonaId;
  readonly isFirst: boolean;
  readonly onDone: () => void;
}

/** To the persona's own page, its place among the others, and off the map. */
export function PersonaActions({
  personaId,
  isFirst,
  onDone,
}: PersonaActionsProps) {
  const t = useTranslations("touchpoint.personas");
  const { workspaceSlug } = useRoom();
  const { run } = useCommands();
  const first = useJourneyMap((map) => map.personas[0]);
  const canWrite = useCanWrite();
  const act = (command: Parameters<typeof run>[0]) => {
    run(command);
    onDone();
  };
  return (
    <div className="-mx-1 flex flex-wrap gap-1 border-t border-line pt-2">
      <ButtonLink
        size="sm"
        variant="quiet"
        href={`/w/${encodeURIComponent(workspaceSlug)}/personas`}
      >
        {t("edit")}
      </ButtonLink>
      {canWrite && !isFirst ? (
        <Button
          size="sm"
          variant="quiet"
          onPress={() =>
            act((ctx) => linkPersona(ctx, { personaId, before: first }))
          }
        >
          {t("moveFirst")}
        </Button>
      ) : null}
      {canWrite ? (
        <Button
          size="sm"
          variant="quiet"
          onPress={() => act((ctx) => unlinkPersona(ctx, { personaId }))}
        >
          {t("unlink")}
        </Button>
      ) : null}
    </div>
  );
}
