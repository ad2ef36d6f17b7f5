import type {
  Emotion,
  Medium,
  MessageStatus,
  MomentKind,
} from "../journey/vocabulary";
import type { ChannelKey } from "./channels";
import type { SampleStakeholderKey } from "./sample-people";
import type { Text } from "./text";

/** A touchpoint of the sample before it has a language. */
export interface SampleTouchpoint {
  key: string;
  stage: "awareness" | "consideration" | "decision" | "retention" | "advocacy";
  title: Text;
  channels: readonly ChannelKey[];
  medium: Medium;
  /** Absent: the sample shows that "no value yet" is a state of its own. */
  emotion?: Emotion;
  message: Text;
  actualMessage?: Text;
  messageStatus?: MessageStatus;
  responsible?: SampleStakeholderKey;
  involved?: readonly SampleStakeholderKey[];
  searchQueries?: Text;
  responseTime?: string;
  handledBy?: "person" | "bot" | "auto-reply" | "self-service";
  duration?: string;
  timing?: { offset: string; after: Text };
  moment?: { kind: MomentKind; reason: Text };
  dropOff?: {
    share: number;
    reasons: readonly { text: Text; share?: number }[];
  };
  checklist?: readonly Text[];
}
