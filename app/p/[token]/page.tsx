import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { ClientMessages } from "@/components/workspace/client-messages";
import { MessagePage } from "@/components/workspace/message-page";
import { PersonalHome } from "@/components/workspace/person/personal-home";
import { addressHeader } from "@/server/http/address";
import { setPageStatus } from "@/server/http/page-status";
import { visitAsPerson } from "@/server/queries/person";

interface PageProps {
  params: Promise<{ token: string }>;
}

/** The same for every link: a title must not tell whose it is. */
export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("person.page"))("title"),
    robots: { index: false, follow: false, noarchive: true },
    referrer: "no-referrer",
  };
}

export default async function PersonPage({ params }: PageProps) {
  const { token } = await params;
  const ip = (await headers()).get(addressHeader) ?? "";
  const [found, t] = await Promise.all([
    visitAsPerson({ token, ip }),
    getTranslations("person.dead"),
  ]);
  switch (found.state) {
    case "open":
      return (
        <ClientMessages namespaces={["person", "pulse"]}>
          <PersonalHome secret={token} page={found.page} />
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
