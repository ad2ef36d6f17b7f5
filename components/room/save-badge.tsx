"use client";

import {
  Check,
  CircleAlert,
  CloudOff,
  Eye,
  LoaderCircle,
  RotateCw,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { Tooltip } from "@/components/ui/tooltip";
import { Button as AriaButton } from "react-aria-components";
import type { SaveStatus } from "./save-status";
import { useRoom } from "./room-context";
import { useRoomState } from "./use-room-state";

const looks: Record<SaveStatus, { icon: typeof Check; tone: string }> = {
  connecting: { icon: LoaderCircle, tone: "text-ink-3 [&_svg]:animate-spin" },
  saved: { icon: Check, tone: "text-ink-3" },
  saving: { icon: LoaderCircle, tone: "text-ink-3 [&_svg]:animate-spin" },
  "not-saved": { icon: CircleAlert, tone: "text-warning" },
  "offline-unkept": { icon: CloudOff, tone: "text-danger" },
  offline: { icon: CloudOff, tone: "text-warning" },
  "read-only": { icon: Eye, tone: "text-ink-3" },
  reload: { icon: RotateCw, tone: "text-danger" },
};

/** Whether my work is stored, in one word; the reason is one press away. */
export function SaveBadge() {
  const t = useTranslations("room");
  const { mayEdit } = useRoom();
  const status = useRoomState((state) => state.status);
  const shown = !mayEdit && status === "saved" ? "read-only" : status;
  const { icon: Icon, tone } = looks[shown];
  // Saving flickers past at every word, so only what lasts is spoken.
  const spoken =
    shown === "saving" || shown === "connecting"
      ? ""
      : t(`status.${shown}.name`);
  return (
    <>
      <Tooltip text={t(`status.${shown}.reason`)}>
        <AriaButton
          aria-label={`${t(`status.${shown}.name`)}. ${t(`status.${shown}.reason`)}`}
          data-testid="save-status"
          data-status={shown}
          className={cx(
            "inline-flex h-8 shrink-0 items-center gap-1.5 rounded-md px-2 text-xs whitespace-nowrap",
            "[&_svg]:size-3.5",
            tone,
          )}
        >
          <Icon aria-hidden="true" />
          <span className="max-lg:sr-only">{t(`status.${shown}.name`)}</span>
        </AriaButton>
      </Tooltip>
      <span role="status" className="sr-only">
        {spoken}
      </span>
    </>
  );
}
