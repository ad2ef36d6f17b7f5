import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { buttonStyle } from "@/components/ui/button-style";
import { MessagePage } from "@/components/workspace/message-page";
import { addressHeader } from "@/server/http/address";
import { setPageStatus } from "@/server/http/page-status";
import { knockToStop } from "@/server/person/knock-stop";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("person.stop"))("title"),
    robots: { index: false, follow: false, noarchive: true },
    referrer: "no-referrer",
  };
}

/** Stops mails and starts them again. Opening it changes nothing: mail programs open links by themselves. */
export default async function StopPage({
  params,
}: {
  params: Promise<{ token: string }>;
}) {
  const { token } = await params;
  const ip = (await headers()).get(addressHeader) ?? "";
  const found = await knockToStop(token, ip);
  if (found.state === "absent") notFound();
  if (found.state === "limited") {
    setPageStatus(429);
    const t = await getTranslations("person.dead");
    return <MessagePage title={t("busyTitle")}>{t("busy")}</MessagePage>;
  }
  const t = await getTranslations("person.stop");
  const { of, workspace, isStopped } = found.mails;
  const words = of === "digest" ? "" : "notices.";
  const next = isStopped ? "start" : "stop";
  return (
    <MessagePage
      title={t(`${words}${isStopped ? "stoppedTitle" : "askTitle"}`)}
      action={
        // A plain form, so that it works without a script.
        <form method="post" action={`/u/${token}?from=${next}`}>
          <button
            type="submit"
            className={buttonStyle(isStopped ? "secondary" : "primary", "lg")}
          >
            {t(next)}
          </button>
        </form>
      }
    >
      {t(`${words}${isStopped ? "stopped" : "ask"}`, { workspace })}
    </MessagePage>
  );
}
