"use client";

import { Eye, WifiOff } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useCallback } from "react";
import { ReadMap } from "@/components/map/read-map";
import { Badge } from "@/components/ui/badge";
import type { SharedView } from "@/lib/api/shared-view";
import { Brand } from "../brand";
import { MessagePage } from "../message-page";
import { useSharedView } from "./use-shared-view";

/** What a visitor sees: the map, live, until the link ends; then nothing of it is left. */
export function SharedJourney({
  token,
  initial,
}: {
  token: string;
  initial: SharedView;
}) {
  const t = useTranslations("share.page");
  const { shared, connection } = useSharedView(token, initial);
  const fileUrl = useCallback(
    (fileId: string, size?: "thumb") =>
      `/s/${token}/files/${fileId}${size ? `?size=${size}` : ""}`,
    [token],
  );
  if (connection === "expired") {
    return <MessagePage title={t("expiredTitle")}>{t("expired")}</MessagePage>;
  }
  if (connection === "gone") {
    return <MessagePage title={t("goneTitle")}>{t("gone")}</MessagePage>;
  }
  return (
    <div className="flex h-dvh flex-col">
      <SharedHeader shared={shared} isOffline={connection === "offline"} />
      <main className="flex min-h-0 flex-1 flex-col">
        <ReadMap view={shared} fileUrl={fileUrl} />
      </main>
    </div>
  );
}

function SharedHeader({
  shared,
  isOffline,
}: {
  shared: SharedView;
  isOffline: boolean;
}) {
  const t = useTranslations("share.page");
  const format = useFormatter();
  const { title, locale } = shared.view.map.meta;
  return (
    <header className="flex min-h-12 shrink-0 items-center gap-3 border-b border-line bg-surface px-4 py-2">
      <h1 lang={locale} className="min-w-0 flex-1 truncate text-md">
        {title || t("untitled")}
      </h1>
      <span role="status">
        {isOffline ? (
          <Badge tone="warning" icon={<WifiOff aria-hidden="true" />}>
            {t("offline")}
          </Badge>
        ) : null}
      </span>
      {shared.reviewedAt ? (
        <span className="hidden text-xs text-ink-3 sm:inline">
          {t("reviewed", {
            day: format.dateTime(new Date(shared.reviewedAt), "day"),
          })}
        </span>
      ) : null}
      <Badge icon={<Eye aria-hidden="true" />}>{t("readOnly")}</Badge>
      <span className="hidden text-ink-3 sm:block print:hidden">
        <Brand className="text-sm text-ink-2 [&_svg]:size-5" />
      </span>
    </header>
  );
}
