import type { ReactNode } from "react";
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
          {editor ?? <Words text={touchpoint.title} />}
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

function Words({ text }: { readonly text: string }) {
  return <p className="hyphens-auto whitespace-pre-wrap">{text}</p>;
}
