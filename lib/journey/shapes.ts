import type { EntityRoot } from "./document";
import type { Kinds } from "./kind";
import {
  attachmentValues,
  cardValues,
  checklistValues,
  laneValues,
  metaValues,
  stageValues,
  touchpointValues,
} from "./schema";

/** Which registers and which nested types an entity has. */
export interface Shape {
  readonly values: Kinds;
  readonly texts: readonly string[];
  readonly fragments?: readonly string[];
  readonly lists?: readonly string[];
}

export const SHAPES: Readonly<Record<EntityRoot | "meta", Shape>> = {
  meta: { values: metaValues, texts: ["title", "scenario"] },
  stages: { values: stageValues, texts: ["title", "description"] },
  touchpoints: {
    values: touchpointValues,
    texts: [
      "title",
      "message",
      "actualMessage",
      "searchQueries",
      "inspiration",
    ],
    fragments: ["notes"],
    lists: ["checklist"],
  },
  lanes: { values: laneValues, texts: ["title"] },
  cards: { values: cardValues, texts: ["text"] },
  attachments: { values: attachmentValues, texts: [] },
};
export const CHECKLIST_ITEM: Shape = {
  values: checklistValues,
  texts: ["text"],
};

/** Whether an entity of this shape holds a nested type under a key. */
export function isNested(
  { texts, fragments = [], lists = [] }: Shape,
  key: string,
): boolean {
  return texts.includes(key) || fragments.includes(key) || lists.includes(key);
}
