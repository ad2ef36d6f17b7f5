"use client";

import { useFormatter, useTranslations } from "next-intl";

/** What somebody has a part in. */
export interface Parts {
  readonly responsible: number;
  readonly involved: number;
  readonly tasks: number;
  /** Journeys of whose reviews they are reminded. */
  readonly reviews: number;
}

/** All of it together. */
export const totalOf = (several: readonly Parts[]): Parts => ({
  responsible: several.reduce((sum, { responsible }) => sum + responsible, 0),
  involved: several.reduce((sum, { involved }) => sum + involved, 0),
  tasks: several.reduce((sum, { tasks }) => sum + tasks, 0),
  reviews: several.reduce((sum, { reviews }) => sum + reviews, 0),
});

const kinds = ["responsible", "involved", "tasks", "reviews"] as const;

/** Says what somebody has a part in, leaving out what is none; empty where there is nothing. */
export function usePartsText(): (parts: Parts) => string {
  const t = useTranslations("stakeholders.parts");
  const format = useFormatter();
  return (parts) =>
    format.list(
      kinds
        .filter((kind) => parts[kind] > 0)
        .map((kind) => t(kind, { count: parts[kind] })),
    );
}
