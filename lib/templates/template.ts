import type {
  Colour,
  Emotion,
  LaneKind,
  Medium,
  MessageStatus,
  MomentKind,
  Span,
  Visibility,
} from "../journey/vocabulary";
import type { ChannelKey } from "./channels";
import type { ExampleEvidence } from "./example-evidence";
import type { SampleCard } from "./sample-card";
import type { Text } from "./text";

/** A column of a template before it has a language; what only a filled example has is absent elsewhere. */
export interface TemplateTouchpoint {
  key: string;
  title: Text;
  channels?: readonly ChannelKey[];
  checklist?: readonly Text[];
  medium?: Medium;
  /** Of the first persona. Absent: nobody has said, which is a state of its own. */
  emotion?: Emotion;
  message?: Text;
  actualMessage?: Text;
  messageStatus?: MessageStatus;
  /** Keys of stakeholders that come with the template. */
  responsible?: string;
  involved?: readonly string[];
  searchQueries?: Text;
  responseTime?: string;
  handledBy?: "person" | "bot" | "auto-reply" | "self-service";
  duration?: string;
  timing?: { offset: string; after: Text };
  /** The key of the touchpoint on whose failure this one follows up. */
  recovers?: string;
  moment?: { kind: MomentKind; reason: Text };
  dropOff?: {
    share: number;
    reasons: readonly { text: Text; share?: number }[];
  };
}

/** A stage of a template before it has a language. */
export interface TemplateStage {
  key: string;
  title: Text;
  /** What happens in this stage, shown under its title while the map is filled in (R06). */
  description: Text;
  colour?: Colour;
  touchpoints?: readonly TemplateTouchpoint[];
}

/** A lane of a template; its hints vanish cell by cell as they are filled. */
export interface TemplateLane {
  key: string;
  kind: LaneKind;
  title: Text;
  hint: Text;
  /** Hints for single cells, by the key of the stage or touchpoint. */
  cellHints?: Readonly<Record<string, Text>>;
  span?: Span;
  visibility?: Visibility;
  /** What a filled example holds. */
  cards?: readonly SampleCard[];
}

/** Someone who is responsible for touchpoints of a filled map; none of them has an account. */
export interface TemplateStakeholder {
  key: string;
  kind: "person" | "team";
  colour: string;
  name: Text;
  jobTitle: Text;
}

export interface Template {
  key: string;
  name: Text;
  summary: Text;
  /** What those are called whom the map is about, where that is not “customer” (R15). */
  customerWord?: Text;
  scenario?: Text;
  /** Who is responsible in a filled example. */
  stakeholders?: readonly TemplateStakeholder[];
  /** What a filled example knows about its touchpoints. */
  evidence?: readonly ExampleEvidence[];
  stages: readonly TemplateStage[];
  lanes: readonly TemplateLane[];
}
