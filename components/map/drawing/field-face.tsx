import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import type { Attachment, Touchpoint } from "@/lib/journey/journey-map";
import type { LaneKind } from "@/lib/journey/vocabulary";
import { AttachmentList } from "./attachment-list";
import { ChannelFace, MessageStatusFace, StakeholderFace } from "./field-faces";
import { TouchpointFacts } from "./touchpoint-facts";

interface FieldFaceProps {
  readonly kind: LaneKind;
  readonly touchpoint: Touchpoint;
  readonly attachments: readonly Attachment[];
  /** Stands in place of the words while they are written. */
  readonly editor?: ReactNode;
}

/** What a lane without cards shows of a touchpoint. */
export function FieldFace({
  kind,
  touchpoint,
  attachments,
  editor,
}: FieldFaceProps) {
  switch (kind) {
    case "touchpoint":
      return (
        <div className="flex flex-col gap-1">
          {editor ?? <Words text={touchpoint.title} isShort />}
          <TouchpointFacts touchpoint={touchpoint} />
        </div>
      );
    case "message":
      return (
        <>
          {editor ?? <Words text={touchpoint.message} />}
          <MessageStatusFace messageStatus={touchpoint.messageStatus} />
          <AttachmentList attachments={attachments} />
        </>
      );
    case "channel":
      return <ChannelFace channels={touchpoint.channels} />;
    case "stakeholder":
      return <StakeholderFace owners={touchpoint.owners} />;
    case "evidence":
      return <AttachmentList attachments={attachments} />;
    default:
      return null;
  }
}

/** A name that goes on for pages is cut; its panel has the whole of it. */
function Words({
  text,
  isShort = false,
}: {
  readonly text: string;
  readonly isShort?: boolean;
}) {
  return (
    <p
      className={cx(
        "hyphens-auto whitespace-pre-wrap",
        isShort && "line-clamp-8",
      )}
    >
      {text}
    </p>
  );
}
