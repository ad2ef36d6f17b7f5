import type { ReactNode } from "react";
import type { Attachment, Touchpoint } from "@/lib/journey/journey-map";
import type { LaneKind } from "@/lib/journey/vocabulary";
import type { ChannelSlot } from "@/lib/layout/channel-tracks";
import { AttachmentList } from "./attachment-list";
import { ChannelBand } from "./channel-band";
import { EvidenceState } from "./evidence-state";
import { EvidenceTools } from "./evidence-tools";
import { ChannelFace, ChannelSigns, StakeholderFace } from "./field-faces";
import { MessageFace } from "./message-face";
import { TouchpointFacts } from "./touchpoint-facts";

interface FieldFaceProps {
  readonly kind: LaneKind;
  readonly touchpoint: Touchpoint;
  readonly attachments: readonly Attachment[];
  /** Stands in place of the words while they are written. */
  readonly editor?: ReactNode;
  /** Whether a click on what it says besides its words changes that. */
  readonly isOpenable?: boolean;
  readonly isInGrid?: boolean;
  /** Where neighbours stand beside it: its channels as parts of bands. */
  readonly band?: {
    readonly slots: readonly ChannelSlot[];
    readonly isNamed: boolean;
  };
}

/** What a lane without cards shows of a touchpoint. */
export function FieldFace({
  kind,
  touchpoint,
  attachments,
  editor,
  isOpenable = false,
  isInGrid,
  band,
}: FieldFaceProps) {
  switch (kind) {
    case "touchpoint":
      return (
        <div className="flex flex-col gap-1">
          {editor ?? <Title text={touchpoint.title} />}
          <ChannelSigns channels={touchpoint.channels} />
          <TouchpointFacts touchpoint={touchpoint} />
        </div>
      );
    case "message":
      return (
        <>
          <MessageFace {...{ touchpoint, editor, isOpenable }} />
          <AttachmentList {...{ attachments, isInGrid }} />
        </>
      );
    case "channel":
      return band ? (
        <ChannelBand {...band} />
      ) : (
        <ChannelFace channels={touchpoint.channels} />
      );
    case "stakeholder":
      return <StakeholderFace owners={touchpoint.owners} />;
    case "evidence":
      return (
        <>
          {attachments.length > 0 ? (
            <AttachmentList {...{ attachments, isInGrid }} />
          ) : null}
          <EvidenceState touchpoint={touchpoint} />
          {isOpenable ? <EvidenceTools /> : null}
        </>
      );
    default:
      return null;
  }
}

/** A name that goes on for pages is cut; its panel has the whole of it. */
function Title({ text }: { readonly text: string }) {
  return (
    <p className="line-clamp-8 hyphens-auto whitespace-pre-wrap">{text}</p>
  );
}
