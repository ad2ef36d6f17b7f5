"use client";

import { useTranslations } from "next-intl";
import { LinkTabs } from "../link-tabs";

const TABS = ["active", "attention", "compare", "archived", "deleted"] as const;
export type JourneyTab = (typeof TABS)[number];

/** Where a list of journeys is found, or which of them need somebody. */
export const journeysHref = (
  slug: string,
  tab: JourneyTab,
  { isUnowned = false }: { readonly isUnowned?: boolean } = {},
) => {
  const parameters = new URLSearchParams();
  if (tab === "attention" || tab === "compare") parameters.set("view", tab);
  else if (tab !== "active") parameters.set("state", tab);
  if (isUnowned) parameters.set("owner", "none");
  return `/w/${slug}/journeys${parameters.size === 0 ? "" : `?${parameters}`}`;
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
