import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/components/workspace/client-messages";
import { MessagePage } from "@/components/workspace/message-page";
import { SharedJourney } from "@/components/workspace/share/shared-journey";
import { viewNamed } from "@/lib/views/views";
import { addressHeader } from "@/server/http/address";
import { setPageStatus } from "@/server/http/page-status";
import { shareView } from "@/server/queries/share";

interface PageProps {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Once per request: each look counts as a visit. */
const visit = cache(async (token: string) =>
  shareView({ token, ip: (await headers()).get(addressHeader) ?? "" }),
);

export async function generateMetadata({
  params,
}: PageProps): Promise<Metadata> {
  const [found, t] = await Promise.all([
    visit((await params).token),
    getTranslations("share.page"),
  ]);
  const title = found.state === "open" && found.shared.view.map.meta.title;
  return {
    title: { absolute: title || t("untitled") },
    robots: { index: false, follow: false, noarchive: true },
    referrer: "no-referrer",
  };
}

export default async function SharePage({ params, searchParams }: PageProps) {
  const { token } = await params;
  const { view } = await searchParams;
  const [found, t] = await Promise.all([
    visit(token),
    getTranslations("share.page"),
  ]);
  switch (found.state) {
    case "open":
      return (
        <ClientMessages
          namespaces={[
            "share",
            "map",
            "lanes",
            "touchpoint",
            "emotion",
            "views",
            "present",
            "failure",
          ]}
        >
          <SharedJourney
            token={token}
            initial={found.shared}
            asks={viewNamed(view)}
          />
        </ClientMessages>
      );
    case "expired":
      setPageStatus(410);
      return (
        <MessagePage title={t("expiredTitle")}>{t("expired")}</MessagePage>
      );
    case "limited":
      setPageStatus(429);
      return <MessagePage title={t("busyTitle")}>{t("busy")}</MessagePage>;
    case "absent":
      return notFound();
  }
}
