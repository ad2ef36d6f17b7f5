import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/workspace/client-messages";
import { SettingsTabs } from "@/components/workspace/settings/settings-tabs";
import { PageHeader } from "@/components/workspace/page-header";
import { standingOf } from "../../standing";

interface LayoutProps {
  params: Promise<{ slug: string }>;
  children: ReactNode;
}

export default async function SettingsLayout({
  params,
  children,
}: LayoutProps) {
  const { slug } = await params;
  const [{ may }, t] = await Promise.all([
    standingOf(slug),
    getTranslations("settings"),
  ]);
  return (
    <ClientMessages namespaces={["settings", "workspace", "auth"]}>
      <PageHeader title={t("title")} />
      <div className="mb-7 border-b border-line">
        <SettingsTabs
          slug={slug}
          shown={[
            ...(may["workspace:change"] ? (["general"] as const) : []),
            "members",
            "tokens",
            ...(may["audit:read"] ? (["audit"] as const) : []),
          ]}
        />
      </div>
      {children}
    </ClientMessages>
  );
}
