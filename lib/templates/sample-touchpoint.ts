import type { Medium } from "../journey/vocabulary";
import type { ChannelKey } from "./channels";
import type { SampleStakeholderKey } from "./sample-people";
import type { TemplateTouchpoint } from "./template";
import type { Text } from "./text";

/** A touchpoint of the sample before it has a language. */
export interface SampleTouchpoint extends TemplateTouchpoint {
  stage: "awareness" | "consideration" | "decision" | "retention" | "advocacy";
  channels: readonly ChannelKey[];
  medium: Medium;
  message: Text;
  responsible?: SampleStakeholderKey;
  involved?: readonly SampleStakeholderKey[];
}
