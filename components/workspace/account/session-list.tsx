"use client";

import { MonitorSmartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { forgetCopies } from "@/components/room/device-store";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { SessionItem } from "@/lib/api/account";
import { api } from "../api-client";
import { LocalTime } from "../local-time";
import { useQuickAction } from "../use-action";
import { readUserAgent } from "./user-agent";

/** The devices on which a person is signed in, each with a way to end that. */
export function SessionList({
  sessions,
}: {
  sessions: readonly SessionItem[];
}) {
  const t = useTranslations("settings.account");
  const [isEndingAll, setEndingAll] = useState(false);
  const act = useQuickAction();
  const handleEndAll = async () => {
    const isDone = await act({
      request: () => api("/me/sessions", { method: "DELETE" }),
    });
    if (!isDone) return false;
    await forgetCopies(null);
    window.location.assign("/sign-in?out=1");
    return true;
  };
  return (
    <div className="flex flex-col items-start gap-4">
      <ul className="w-full divide-y divide-line rounded-lg border border-line bg-surface">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      <Button onPress={() => setEndingAll(true)}>{t("endAll")}</Button>
      <ConfirmDialog
        isDanger
        title={t("endAllTitle")}
        confirmLabel={t("endAll")}
        isOpen={isEndingAll}
        onOpenChange={setEndingAll}
        onConfirm={handleEndAll}
      >
        <p>{t("endAllText")}</p>
      </ConfirmDialog>
    </div>
  );
}

function SessionRow({ session }: { session: SessionItem }) {
  const t = useTranslations("settings.account");
  const act = useQuickAction();
  const known = readUserAgent(session.userAgent);
  const device = known ? t("device", known) : t("unknownDevice");
  const [isEnding, startEnding] = useTransition();
  const handleEnd = () =>
    startEnding(async () => {
      await act({
        request: () => api(`/me/sessions/${session.id}`, { method: "DELETE" }),
        done: t("ended"),
      });
    });
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <MonitorSmartphone
        aria-hidden="true"
        className="size-5 shrink-0 text-ink-3"
      />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{device}</p>
        <p className="text-xs text-ink-3">
          {t.rich("seen", {
            when: () => <LocalTime at={session.lastSeenAt} />,
          })}
        </p>
      </div>
      {session.current ? (
        <Badge tone="success">{t("here")}</Badge>
      ) : (
        <Button
          size="sm"
          variant="quiet"
          aria-label={t("endDevice", { device })}
          isPending={isEnding}
          onPress={handleEnd}
        >
          {t("end")}
        </Button>
      )}
    </li>
  );
}
