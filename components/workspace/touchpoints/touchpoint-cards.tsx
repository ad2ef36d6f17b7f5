"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";
import type { TouchpointListItem } from "@/lib/api/touchpoints";
import { Feelings, MomentFlag, Owners, StageName } from "./touchpoint-parts";
import { touchpointHref } from "./touchpoint-table";

interface TouchpointCardsProps<Row extends TouchpointListItem> {
  slug: string;
  rows: readonly Row[];
  /** What stands in the corner of each card. */
  aside?: (row: Row) => ReactNode;
}

/** Touchpoints as cards: on a phone, and wherever there is no room for a table. */
export function TouchpointCards<Row extends TouchpointListItem>(
  props: TouchpointCardsProps<Row>,
) {
  const { slug, rows, aside } = props;
  const t = useTranslations("touchpoints");
  return (
    <ul className="flex flex-col gap-2">
      {rows.map((row) => (
        <li
          key={`${row.journey.id}:${row.id}`}
          className="relative rounded-lg border border-line bg-surface px-4 py-3 hover:border-line-strong"
        >
          <div className="flex items-start justify-between gap-3">
            <p className="min-w-0 font-medium wrap-anywhere hyphens-auto">
              <Link
                href={touchpointHref(slug, row)}
                className="after:absolute after:inset-0 after:rounded-lg"
              >
                {row.title || t("untitled")}
              </Link>{" "}
              <MomentFlag touchpoint={row} />
            </p>
            {aside?.(row)}
          </div>
          <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
            <StageName touchpoint={row} />
            <span className="line-clamp-2 wrap-anywhere">
              {row.journey.title || t("untitledJourney")}
            </span>
          </div>
          <div className="mt-2.5 flex items-center justify-between gap-3 text-sm text-ink-2">
            <Owners touchpoint={row} slug={slug} />
            <Feelings touchpoint={row} />
          </div>
        </li>
      ))}
    </ul>
  );
}
