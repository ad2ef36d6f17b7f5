"use client";

import { useTranslations } from "next-intl";
import type { ClipboardEvent } from "react";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import { YTextField } from "@/components/room/y-text-field";
import type { TouchpointId } from "@/lib/journey/ids";
import { FollowUps, type OpenableRecord } from "./follow-ups";
import { AttachmentsSection } from "./attachments/attachments-section";
import { useUploads } from "./attachments/use-uploads";
import { PanelFrame } from "./panel-frame";
import { PanelPeople } from "./panel-people";
import { ChecksSection } from "./sections/checks-section";
import { CommentsSection } from "./sections/comments-section";
import { ContactSection } from "./sections/contact-section";
import { DropOffSection } from "./sections/drop-off-section";
import { EvidenceSection } from "./sections/evidence-section";
import { FailureBehind } from "./sections/failure-fields";
import { FeelingSection } from "./sections/feeling-section";
import { HistorySection } from "./sections/history-section";
import { MessageSection } from "./sections/message-section";
import { MomentSection } from "./sections/moment-section";
import { NotesSection } from "./sections/notes-section";
import { PeopleSection } from "./sections/people-section";
import { ResponseSection } from "./sections/response-section";
import type { SectionPartProps } from "./sections/section-props";
import { TitleFormula } from "./sections/title-formula";
import { TouchpointActions } from "./touchpoint-actions";
import { useTellPlace } from "./use-tell-place";
import { useLostWords } from "./use-lost-words";
import { findTouchpoint, useStageOf, useTouchpoint } from "./use-touchpoint";

interface TouchpointPanelProps {
  readonly touchpointId: TouchpointId;
  readonly onClose: () => void;
  /** Shows another touchpoint in its place. */
  readonly onOpen: (touchpointId: TouchpointId) => void;
  /** Shows a card or a touchpoint in its place. */
  readonly onOpenRecord: (record: OpenableRecord) => void;
  /** Changes each time somebody comes for the evidence; null while nobody does. */
  readonly wantsEvidence?: object | null;
}

/** Everything about one touchpoint, beside the map. */
export function TouchpointPanel({
  touchpointId,
  onClose,
  onOpen,
  onOpenRecord,
  wantsEvidence = null,
}: TouchpointPanelProps) {
  const t = useTranslations("touchpoint");
  const touchpoint = useTouchpoint(touchpointId);
  const stage = useStageOf(touchpointId);
  const canWrite = useCanWrite();
  const lang = useJourneyMap((map) => map.meta.locale);
  const title = touchpoint?.title || t("untitled");
  const lost = useLostWords(
    { kind: "touchpoint", id: touchpointId },
    (map) => findTouchpoint(map, touchpointId) !== null,
    touchpoint !== null,
  );
  return (
    <PanelFrame
      label={t("recordOf", { title })}
      place={stage ? stage.title || t("untitledStage") : t("tray")}
      onClose={onClose}
      actions={
        touchpoint ? (
          <>
            <PanelPeople entityId={touchpointId} />
            <TouchpointActions
              {...{ touchpointId, title, canWrite, onClose, onOpen }}
            />
          </>
        ) : null
      }
    >
      {touchpoint ? (
        <TouchpointRecord
          key={touchpointId}
          {...{ touchpoint, canWrite, lang, onOpenRecord }}
          {...{ wantsEvidence, lost }}
        />
      ) : (
        <p className="p-4 text-ink-2">{t("gone")}</p>
      )}
    </PanelFrame>
  );
}

interface TouchpointRecordProps
  extends
    SectionPartProps,
    Pick<TouchpointPanelProps, "onOpenRecord" | "wantsEvidence"> {
  readonly lost: ReturnType<typeof useLostWords>;
}

function TouchpointRecord({
  onOpenRecord,
  wantsEvidence,
  lost,
  ...props
}: TouchpointRecordProps) {
  const { touchpoint, canWrite, lang } = props;
  const t = useTranslations("touchpoint");
  const uploads = useUploads(touchpoint.id);
  useTellPlace(touchpoint.id);
  const handlePaste = (event: ClipboardEvent) => {
    const { files } = event.clipboardData;
    if (!canWrite || files.length === 0) return;
    event.preventDefault();
    uploads.add(files);
  };
  return (
    <div {...lost} onPaste={handlePaste} className="pb-16">
      <YTextField
        textRef={{ kind: "touchpoint", id: touchpoint.id, field: "title" }}
        value={touchpoint.title}
        label={t("title")}
        isLabelHidden
        placeholder={t("untitled")}
        look="plain"
        lang={lang}
        className="px-2 pt-3 pb-2"
        inputClassName="text-lg font-semibold tracking-tight"
      />
      <FailureBehind touchpointId={touchpoint.id} {...{ onOpenRecord }} />
      {canWrite ? <TitleFormula touchpoint={touchpoint} /> : null}
      <MessageSection {...props} />
      <ContactSection {...props} />
      <AttachmentsSection
        on={touchpoint.id}
        uploads={uploads}
        canWrite={canWrite}
      />
      <FeelingSection {...props} />
      <EvidenceSection {...props} wanted={wantsEvidence} />
      <PeopleSection {...props} />
      <FollowUps of={touchpoint.id} {...{ canWrite }} onOpen={onOpenRecord} />
      <ResponseSection {...props} />
      <MomentSection {...props} />
      <DropOffSection {...props} onOpenRecord={onOpenRecord} />
      <ChecksSection {...props} />
      <NotesSection {...props} />
      <CommentsSection kind="touchpoint" id={touchpoint.id} />
      <HistorySection touchpointId={touchpoint.id} />
    </div>
  );
}
