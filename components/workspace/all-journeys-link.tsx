"use client";

import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useParams } from "next/navigation";

/** The way from a map back to the list; nothing where there is no workspace in the address. */
export function AllJourneysLink() {
  const t = useTranslations("common");
  const slug = useParams<{ slug?: string }>()?.slug;
  if (!slug) return null;
  return (
    <Link
      href={`/w/${slug}/journeys`}
      aria-label={t("allJourneys")}
      title={t("allJourneys")}
      className="-ml-1 flex size-8 shrink-0 items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:size-11"
    >
      <ArrowLeft aria-hidden="true" className="size-4" />
    </Link>
  );
}
