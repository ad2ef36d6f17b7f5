import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";

/** What a half of one's work says while it is empty, and the way to where it begins: a map. */
export function NothingYet({
  slug,
  children,
}: {
  slug: string;
  children: ReactNode;
}) {
  const t = useTranslations("mine");
  return (
    <div className="flex flex-col items-center gap-3 rounded-lg border border-dashed border-line-strong px-4 py-6 text-center text-ink-2">
      <p className="text-pretty">{children}</p>
      <ButtonLink href={`/w/${slug}/journeys`} size="sm">
        {t("toJourneys")}
      </ButtonLink>
    </div>
  );
}
