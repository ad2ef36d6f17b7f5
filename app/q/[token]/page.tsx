import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { ClientMessages } from "@/components/workspace/client-messages";
import { LocalTime } from "@/components/workspace/local-time";
import { MessagePage } from "@/components/workspace/message-page";
import { PulsePage } from "@/components/workspace/pulse/pulse-page";
import { stepOf } from "@/lib/pulse/steps";
import { addressHeader } from "@/server/http/address";
import { allowFraming } from "@/server/http/page-frames";
import { setPageStatus } from "@/server/http/page-status";
import { askedBy, type KnownPulse } from "@/server/pulse/find-pulse";
import { knockAtPulse } from "@/server/pulse/knock-pulse";

interface PageProps {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The same for every pulse: a title must not tell what is asked about. */
export async function generateMetadata(): Promise<Metadata> {
  return {
    title: { absolute: (await getTranslations("pulse"))("title") },
    robots: { index: false, follow: false, noarchive: true },
    referrer: "no-referrer",
  };
}

/** Asks, thanks, or says why there is nothing to answer. Opening it counts nothing and keeps nothing. */
export default async function AskPage({ params, searchParams }: PageProps) {
  const { token } = await params;
  const ip = (await headers()).get(addressHeader) ?? "";
  const [found, query] = await Promise.all([
    knockAtPulse(token, ip),
    searchParams,
  ]);
  if (found.state === "absent") notFound();
  if (found.state === "limited") {
    setPageStatus(429);
    const t = await getTranslations("pulse.dead");
    return <MessagePage title={t("busyTitle")}>{t("busy")}</MessagePage>;
  }
  allowFraming(found.pulse.frameOrigins);
  if (found.state === "scheduled") return <Scheduled pulse={found.pulse} />;
  if (found.state === "closed") {
    setPageStatus(410);
    const t = await getTranslations("pulse.dead");
    return <MessagePage title={t("closedTitle")}>{t("closed")}</MessagePage>;
  }
  const asked = askedBy(found.pulse);
  return (
    <ClientMessages namespaces={["pulse"]}>
      <PulsePage
        {...{ token, asked }}
        step={stepOf(query)}
        keys={asked.questions.map(() => randomUUID())}
      />
    </ClientMessages>
  );
}

async function Scheduled({ pulse }: { pulse: KnownPulse }) {
  const t = await getTranslations("pulse.dead");
  const at = pulse.opensAt?.toISOString() ?? "";
  return (
    <MessagePage title={t("scheduledTitle")}>
      {t.rich("scheduled", { day: () => <LocalTime at={at} style="day" /> })}
    </MessagePage>
  );
}
