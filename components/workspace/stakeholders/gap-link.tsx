"use client";

import { CircleCheck, UserRoundX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { writeView, type TouchpointView } from "../touchpoints/filter";

/** The touchpoints table narrowed to some of them. */
export const touchpointsHref = (
  slug: string,
  filters: TouchpointView["filters"],
) => `/w/${slug}/touchpoints${writeView({ filters, sort: null, page: 1 })}`;

interface GapLinkProps {
  slug: string;
  /** Of which touchpoints it speaks. */
  filters: TouchpointView["filters"];
  count: number;
  of: number;
  /** A whole sentence, where no head says what it is about. */
  isLong?: boolean;
}

/** How many touchpoints nobody is responsible for, by mark and word, leading to them; or that there is none. */
export function GapLink(props: GapLinkProps) {
  const { slug, filters, count, of, isLong } = props;
  const t = useTranslations("stakeholders.matrix");
  if (of === 0) return <span className="text-ink-3">{t("empty")}</span>;
  if (count === 0)
    return (
      <span className="inline-flex items-center gap-1.5 text-ink-3">
        <CircleCheck aria-hidden="true" className="size-4 shrink-0" />
        {t("covered")}
      </span>
    );
  return (
    <Link
      href={touchpointsHref(slug, { ...filters, owner: "none" })}
      aria-label={t("gapAt", { count, of })}
      className="finger relative inline-flex items-center gap-1.5 rounded-xs font-medium text-ink underline decoration-line-strong underline-offset-2 hover:text-accent"
    >
      <UserRoundX aria-hidden="true" className="size-4 shrink-0" />
      {t(isLong ? "gapAt" : "gapOf", { count, of })}
    </Link>
  );
}
