import type { BlueprintLine, LaneKind, Span } from "@/lib/journey/vocabulary";

export interface Choice {
  readonly kind: LaneKind;
  readonly span?: Span;
  /** What a line of a blueprint divides; its name and hint say so. */
  readonly line?: BlueprintLine;
}

/** Kinds that answer the same question stand together. */
export const LANE_CHOICES: readonly {
  readonly name: "customer" | "contact" | "organisation";
  readonly choices: readonly Choice[];
}[] = [
  {
    name: "customer",
    choices: [
      { kind: "text", span: "stage" },
      { kind: "text", span: "touchpoint" },
      { kind: "emotion" },
      { kind: "pain" },
      { kind: "gain" },
      { kind: "key-moment" },
    ],
  },
  {
    name: "contact",
    choices: [
      { kind: "touchpoint" },
      { kind: "channel" },
      { kind: "message" },
      { kind: "evidence" },
    ],
  },
  {
    name: "organisation",
    choices: [
      { kind: "stakeholder" },
      { kind: "action" },
      { kind: "opportunity" },
      { kind: "metric" },
      { kind: "blueprint" },
      { kind: "line", line: "interaction" },
      { kind: "line", line: "visibility" },
      { kind: "line", line: "internal" },
    ],
  },
];
