"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import type { CardPartProps } from "@/components/touchpoint/card/card-part-props";
import { DecisionFields } from "@/components/touchpoint/card/decision-fields";
import { MetricFields } from "@/components/touchpoint/card/metric-fields";
import { ScoreFields } from "@/components/touchpoint/card/score-fields";
import { TaskFields } from "@/components/touchpoint/card/task-fields";
import { useCard } from "@/components/touchpoint/card/use-card";
import { MessageFields } from "@/components/touchpoint/sections/message-fields";
import { useTouchpoint } from "@/components/touchpoint/use-touchpoint";
import type { CardId, TouchpointId } from "@/lib/journey/ids";
import type { FactsOverlay } from "../editor-ui";
import { FloatingDialog } from "../menus/floating";
import { factOf } from "./fact-kinds";

interface FactsDialogProps {
  readonly of: FactsOverlay["of"];
  readonly at: FactsOverlay["at"];
  readonly onClose: () => void;
}

/** What a card or a message says besides its words, to be changed where it stands. */
export function FactsDialog({ of, at, onClose }: FactsDialogProps) {
  const t = useTranslations("lanes");
  const isMessage = of.kind === "message";
  return (
    <FloatingDialog
      at={at}
      onClose={onClose}
      label={t(isMessage ? "facts.message" : "facts.card")}
      className={isMessage ? "w-120" : "w-88"}
    >
      {isMessage ? <MessageFacts id={of.id} /> : <CardFacts id={of.id} />}
    </FloatingDialog>
  );
}

function CardFacts({ id }: { readonly id: CardId }) {
  const card = useCard(id);
  const canWrite = useCanWrite();
  return <Box>{card ? <Fields {...{ card, canWrite }} /> : <Gone />}</Box>;
}

function Fields(props: CardPartProps) {
  switch (factOf(props.card.kind)) {
    case "decision":
      return <DecisionFields {...props} />;
    case "task":
      return <TaskFields {...props} />;
    case "score":
      return <ScoreFields {...props} />;
    case "metric":
      return <MetricFields {...props} />;
    case null:
      return null;
  }
}

function MessageFacts({ id }: { readonly id: TouchpointId }) {
  const touchpoint = useTouchpoint(id);
  const canWrite = useCanWrite();
  const lang = useJourneyMap((map) => map.meta.locale);
  return (
    <Box>
      {touchpoint ? (
        <MessageFields {...{ touchpoint, canWrite, lang }} />
      ) : (
        <Gone />
      )}
    </Box>
  );
}

/** A colleague deleted it while this was open. */
function Gone() {
  const t = useTranslations("lanes");
  return (
    <p role="status" className="text-sm text-ink-2">
      {t("facts.gone")}
    </p>
  );
}

const FIRST =
  "[role=radio][aria-checked=true], button, input, textarea, [tabindex='0']";

/** The first thing to change has the focus, so that a key is all it takes. */
function Box({ children }: { readonly children: React.ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>(FIRST)?.focus();
  }, []);
  return (
    <div ref={box} className="@container/panel flex flex-col gap-4 p-2">
      {children}
    </div>
  );
}
