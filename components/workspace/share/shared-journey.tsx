"use client";

import {
  CalendarClock,
  Eye,
  Presentation,
  Printer,
  WifiOff,
} from "lucide-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { ReadMap, type ReadDoing } from "@/components/map/read-map";
import { usePrintKey } from "@/components/map/seeing/print/use-print-key";
import { useView, type ViewChoice } from "@/components/map/views/use-view";
import { ViewSwitch } from "@/components/map/views/view-switch";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import type { SharedView } from "@/lib/api/shared-view";
import { tellingViews, type MapView } from "@/lib/views/views";
import { Brand } from "../brand";
import { MessagePage } from "../message-page";
import { useSharedView } from "./use-shared-view";

/** What a visitor sees: the map, live, until the link ends; then nothing of it is left. */
export function SharedJourney({
  token,
  initial,
  asks,
}: {
  token: string;
  initial: SharedView;
  /** The view that the address asks for. */
  asks: MapView | null;
}) {
  const t = useTranslations("share.page");
  const { shared, connection } = useSharedView(token, initial);
  const { map } = shared.view;
  const offered = useMemo(() => tellingViews(map), [map]);
  const choice = useView({ key: null, asked: asks, offered });
  const [doing, start] = useState<ReadDoing | null>(null);
  usePrintKey(useCallback(() => start("print"), []));
  const done = useCallback(() => start(null), []);
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
      <SharedHeader
        shared={shared}
        choice={choice}
        onStart={start}
        isOffline={connection === "offline"}
      />
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-4 py-1.5 empty:hidden sm:hidden print:hidden">
        <Freshness {...{ shared }} />
      </p>
      <main className="flex min-h-0 flex-1 flex-col">
        <ReadMap
          view={shared}
          fileUrl={fileUrl}
          as={choice.view}
          doing={doing}
          onDone={done}
        />
      </main>
    </div>
  );
}

/** What can be done with a shared map besides reading it here. */
function Doings({ onStart }: { onStart: (doing: ReadDoing) => void }) {
  const t = useTranslations("present");
  return (
    <span className="-mx-2 flex shrink-0">
      <IconButton label={t("start")} onPress={() => onStart("present")}>
        <Presentation aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t("print.title")}
        onPress={() => onStart("print")}
        className="max-sm:hidden"
      >
        <Printer aria-hidden="true" />
      </IconButton>
    </span>
  );
}

/**
 * Since when the map counts as true, and whether somebody should have looked again. A phone has no room for it beside the
 * title, so that it stands on a line of its own there.
 */
function Freshness({ shared }: { shared: SharedView }) {
  const t = useTranslations("share.page");
  const format = useFormatter();
  const now = useNow();
  const { reviewedAt, reviewDueAt } = shared;
  const day = (at: string) => format.dateTime(new Date(at), "day");
  const isDue = reviewDueAt !== null && new Date(reviewDueAt) <= now;
  return (
    <>
      {reviewedAt ? (
        <span className="text-xs text-ink-3">
          {t("reviewed", { day: day(reviewedAt) })}
        </span>
      ) : null}
      {isDue ? (
        <span title={t("reviewDueHint", { day: day(reviewDueAt) })}>
          <Badge tone="warning" icon={<CalendarClock aria-hidden="true" />}>
            {t("reviewDue")}
          </Badge>
        </span>
      ) : null}
    </>
  );
}

function SharedHeader({
  shared,
  choice,
  onStart,
  isOffline,
}: {
  shared: SharedView;
  choice: ViewChoice;
  onStart: (doing: ReadDoing) => void;
  isOffline: boolean;
}) {
  const t = useTranslations("share.page");
  const { title, locale } = shared.view.map.meta;
  return (
    <header className="flex min-h-12 shrink-0 items-center gap-3 border-b border-line bg-surface px-4 py-2">
      <h1 lang={locale} className="min-w-0 flex-1 truncate text-md">
        {title || t("untitled")}
      </h1>
      <ViewSwitch {...choice} isBrief />
      <Doings onStart={onStart} />
      <span role="status">
        {isOffline ? (
          <Badge tone="warning" icon={<WifiOff aria-hidden="true" />}>
            {t("offline")}
          </Badge>
        ) : null}
      </span>
      <span className="contents max-sm:hidden">
        <Freshness {...{ shared }} />
      </span>
      <Badge icon={<Eye aria-hidden="true" />}>{t("readOnly")}</Badge>
      <span className="hidden text-ink-3 sm:block print:hidden">
        <Brand className="text-sm text-ink-2 [&_svg]:size-5" />
      </span>
    </header>
  );
}
