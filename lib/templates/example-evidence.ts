import type { Text } from "./text";

/** The ends of a scale; a share is one in per cent of those who said the good one of two answers. */
interface ExampleScale {
  readonly low: number;
  readonly high: number;
  readonly isShare: boolean;
}

/** What somebody knows about a touchpoint of an example, before it has a language and a day. */
export interface ExampleEvidence {
  /** The key of a touchpoint of the example; it is about everybody there. */
  readonly at: string;
  readonly kind: "hard" | "soft";
  readonly origin: "analytics" | "survey" | "tickets" | "interview" | "service";
  readonly value?: number;
  /** Absent for a figure that says nothing about feelings. */
  readonly scale?: ExampleScale;
  /** What such a figure counts. */
  readonly unit?: Text;
  readonly sd?: number;
  readonly n?: number;
  readonly quote?: Text;
  readonly source: Text;
  /** How long before the example was made. */
  readonly daysAgo: number;
}

export const FIVE: ExampleScale = { low: 1, high: 5, isShare: false };
export const SATISFIED: ExampleScale = { low: 0, high: 100, isShare: true };
