import type { LaneKind, Colour, Span, Visibility } from "../journey/vocabulary";
import type { ChannelKey } from "./channels";
import type { Text } from "./text";

/** A column of a template before it has a language. */
export interface TemplateTouchpoint {
  key: string;
  title: Text;
  channels?: readonly ChannelKey[];
  checklist?: readonly Text[];
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
}

export interface Template {
  key: string;
  name: Text;
  summary: Text;
  /** What those are called whom the map is about, where that is not “customer” (R15). */
  customerWord?: Text;
  stages: readonly TemplateStage[];
  lanes: readonly TemplateLane[];
}
