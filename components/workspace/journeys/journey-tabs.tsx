"use client";

import { useTranslations } from "next-intl";
import { LinkTabs } from "../link-tabs";

const TABS = ["active", "attention", "compare", "archived", "deleted"] as const;
export type JourneyTab = (typeof TABS)[number];

/** Where a list of journeys is found, or which of them need somebody. */
export const journeysHref = (slug: string, tab: JourneyTab) => {
  const page = `/w/${slug}/journeys`;
  if (tab === "active") return page;
  return tab === "attention" || tab === "compare"
    ? `${page}?view=${tab}`
    : `${page}?state=${tab}`;
};

/** The views of the journeys page. */
export function JourneyTabs({
  slug,
  selected,
}: {
  slug: string;
  selected: JourneyTab;
}) {
  const t = useTranslations("journeys.state");
  const tabs = TABS.map((id) => ({
    id,
    label: t(id),
    href: journeysHref(slug, id),
  }));
  return <LinkTabs label={t("label")} {...{ tabs, selected }} />;
}
