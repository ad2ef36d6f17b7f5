"use client";

import { useTranslations } from "next-intl";
import { LinkTabs } from "../link-tabs";

type Tab = "active" | "matrix" | "archived";

/** Where a list of stakeholders, or who does what, is found. */
export const stakeholdersHref = (slug: string, tab: Tab) =>
  `/w/${slug}/stakeholders${tab === "matrix" ? "?view=matrix" : tab === "archived" ? "?archived=1" : ""}`;

/** The views of the stakeholders page. */
export function StakeholderTabs({
  slug,
  selected,
}: {
  slug: string;
  selected: Tab;
}) {
  const t = useTranslations("stakeholders.state");
  const tabs = (["active", "matrix", "archived"] as const).map((id) => ({
    id,
    label: t(id),
    href: stakeholdersHref(slug, id),
  }));
  return <LinkTabs label={t("label")} {...{ tabs, selected }} />;
}
