"use client";

import { useTranslations } from "next-intl";
import { usePathname } from "next/navigation";
import { LinkTabs } from "../link-tabs";

type SettingsPage = "general" | "members" | "tokens" | "audit";

interface SettingsTabsProps {
  slug: string;
  /** The pages that the person may open. */
  shown: readonly SettingsPage[];
}

/** The pages of the settings. */
export function SettingsTabs({ slug, shown }: SettingsTabsProps) {
  const t = useTranslations("settings.tabs");
  const base = `/w/${slug}/settings`;
  const at = usePathname().slice(base.length + 1);
  const tabs = shown.map((id) => ({
    id: id as string,
    label: t(id),
    href: `${base}/${id}`,
  }));
  return <LinkTabs label={t("label")} tabs={tabs} selected={at} />;
}
