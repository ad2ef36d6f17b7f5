"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import { YTextField } from "@/components/room/y-text-field";
import { useMediaQuery } from "@/components/touchpoint/use-media-query";
import type { PersonaId } from "@/lib/journey/ids";
import type { Orders } from "../grid/use-orders";
import { useEditorUi } from "../editor-ui";
import { ViewSwitch } from "../views/view-switch";
import { PersonaHeader } from "../persona-header";
import { SeeingButtons } from "../seeing/seeing-buttons";

interface ScenarioBarProps {
  readonly hidden: ReadonlySet<PersonaId>;
  readonly onToggle: (personaId: PersonaId) => void;
  readonly orders: Orders;
  readonly freshness?: ReactNode;
}

/** Whom the map is about and what they want: read before anything else. */
export function ScenarioBar({
  hidden,
  onToggle,
  orders,
  freshness,
}: ScenarioBarProps) {
  const t = useTranslations("map");
  const scenario = useJourneyMap((map) => map.meta.scenario);
  const isLocked = useJourneyMap((map) => map.meta.structureLocked);
  const canWrite = useCanWrite();
  // What they want is a sentence or two, and a line of a phone holds a few words.
  const isPhone = useMediaQuery("(max-width: 39.99rem)");
  return (
    <div
      data-region="scenario"
      className="isolate flex min-h-11 items-center gap-3 border-b border-line bg-paper px-3 py-1.5 max-sm:flex-col max-sm:items-stretch max-sm:gap-1"
    >
      <div className="flex min-w-0 items-center justify-between gap-2 sm:contents">
        <PersonaHeader hidden={hidden} onToggle={onToggle} />
        <span className="sm:hidden">
          <ViewSwitch {...useEditorUi()} />
        </span>
      </div>
      <div className="flex min-w-0 items-center gap-2 sm:contents">
        {canWrite || scenario ? (
          <YTextField
            textRef={{ kind: "meta", field: "scenario" }}
            value={scenario}
            label={t("header.scenario")}
            isLabelHidden
            placeholder={t("header.scenarioHint")}
            look="plain"
            rows={isPhone ? 2 : 1}
            className="min-w-0 flex-1"
            inputClassName={
              isPhone
                ? "max-h-17! min-h-0! resize-none! py-1! focus:max-h-40! pointer-coarse:min-h-11! text-sm text-ink-2 read-only:text-sm!"
                : "h-8 truncate text-sm text-ink-2"
            }
          />
        ) : (
          <span className="flex-1 sm:hidden" />
        )}
        {isLocked ? (
          <span className="inline-flex shrink-0 items-center gap-1 text-xs text-ink-3">
            <Lock aria-hidden="true" className="size-3.5" />
            <span className="max-sm:sr-only">{t("header.locked")}</span>
          </span>
        ) : null}
        <span className="empty:hidden sm:hidden">{freshness}</span>
        <SeeingButtons orders={orders} />
      </div>
    </div>
  );
}
