"use client";

import { useTranslations } from "next-intl";
import type { ClipboardEvent } from "react";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import { YTextField } from "@/components/room/y-text-field";
import type { CardId } from "@/lib/journey/ids";
import { AttachmentsSection } from "./attachments/attachments-section";
import { useUploads } from "./attachments/use-uploads";
import { CardActions } from "./card/card-actions";
import type { CardPartProps } from "./card/card-part-props";
import { ColourField } from "./card/colour-field";
import { DecisionSection } from "./card/decision-section";
import { MetricSection } from "./card/metric-section";
import { ScoreSection } from "./card/score-section";
import { TaskSection } from "./card/task-section";
import { findCard, useCard, useCardPlace } from "./card/use-card";
import { FollowUps, OriginLine, type OpenableRecord } from "./follow-ups";
import { PanelFrame } from "./panel-frame";
import { PanelPeople } from "./panel-people";
import { CommentsSection } from "./sections/comments-section";
import { useLostWords } from "./use-lost-words";
import { useTellPlace } from "./use-tell-place";

interface CardPanelProps {
  readonly cardId: CardId;
  readonly onClose: () => void;
  /** Shows another card in its place. */
  readonly onOpen: (cardId: CardId) => void;
  /** Shows a card or a touchpoint in its place. */
  readonly onOpenRecord: (record: OpenableRecord) => void;
}

/** Everything about one card, beside the map. */
export function CardPanel(props: CardPanelProps) {
  const { cardId, onClose, onOpen, onOpenRecord } = props;
  const t = useTranslations("touchpoint");
  const card = useCard(cardId);
  const place = useCardPlace(card);
  const canWrite = useCanWrite();
  const lost = useLostWords(
    { kind: "card", id: cardId },
    (map) => findCard(map, cardId) !== null,
    card !== null,
  );
  return (
    <PanelFrame
      label={t("card.record", {
        text: card?.text.slice(0, 80) || t("card.untitled"),
      })}
      place={place || t("tray")}
      onClose={onClose}
      actions={
        card ? (
          <>
            <PanelPeople entityId={cardId} />
            {canWrite ? <CardActions {...{ cardId, onClose, onOpen }} /> : null}
          </>
        ) : null
      }
    >
      {card ? (
        <CardRecord key={cardId} {...{ card, canWrite, onOpenRecord, lost }} />
      ) : (
        <p className="p-4 text-ink-2">{t("card.gone")}</p>
      )}
    </PanelFrame>
  );
}

interface CardRecordProps
  extends CardPartProps, Pick<CardPanelProps, "onOpenRecord"> {
  readonly lost: ReturnType<typeof useLostWords>;
}

function CardRecord({ card, canWrite, onOpenRecord, lost }: CardRecordProps) {
  const t = useTranslations("touchpoint.card");
  const lang = useJourneyMap((map) => map.meta.locale);
  const uploads = useUploads(card.id);
  useTellPlace(card.id);
  const handlePaste = (event: ClipboardEvent) => {
    const { files } = event.clipboardData;
    if (!canWrite || files.length === 0) return;
    event.preventDefault();
    uploads.add(files);
  };
  return (
    <div {...lost} onPaste={handlePaste} className="pb-16">
      <div className="flex flex-col gap-4 px-4 pt-4 pb-5">
        <YTextField
          textRef={{ kind: "card", id: card.id }}
          value={card.text}
          label={t("text")}
          placeholder={t("textHint")}
          rows={3}
          lang={lang}
        />
        <OriginLine cardId={card.id} onOpen={onOpenRecord} />
        <ColourField card={card} canWrite={canWrite} />
      </div>
      <KindSection card={card} canWrite={canWrite} />
      {card.kind === "action" ? null : (
        <FollowUps
          of={card.id}
          kinds={card.kind === "opportunity" ? ["action"] : undefined}
          canWrite={canWrite}
          onOpen={onOpenRecord}
        />
      )}
      <AttachmentsSection on={card.id} uploads={uploads} canWrite={canWrite} />
      <CommentsSection kind="card" id={card.id} />
    </div>
  );
}

/** What only cards of this kind have. */
function KindSection(props: CardPartProps) {
  switch (props.card.kind) {
    case "pain":
    case "gain":
      return <DecisionSection {...props} />;
    case "opportunity":
      return <ScoreSection {...props} />;
    case "action":
      return <TaskSection {...props} />;
    case "metric":
      return <MetricSection {...props} />;
    case "text":
    case "key-moment":
    case "blueprint":
      return null;
  }
}
