"use client";

import {
  Check,
  CircleAlert,
  CloudOff,
  Eye,
  LoaderCircle,
  RotateCw,
  Users,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { cx } from "@/components/ui/cx";
import { Button as AriaButton } from "react-aria-components";
import { BadgeReason } from "./badge-reason";
import { LastingStatus } from "./lasting-status";
import type { SaveStatus } from "./save-status";
import { usePlace } from "./room-context";

interface Look {
  readonly icon: typeof Check;
  readonly tone: string;
  readonly isTurning?: boolean;
}

const looks: Record<SaveStatus, Look> = {
  connecting: { icon: LoaderCircle, tone: "text-ink-3", isTurning: true },
  saved: { icon: Check, tone: "text-ink-3" },
  // It does not turn: what turns is drawn anew sixty times a second, and somebody is typing.
  saving: { icon: LoaderCircle, tone: "text-ink-3" },
  "not-saved": { icon: CircleAlert, tone: "text-warning" },
  "offline-unkept": { icon: CloudOff, tone: "text-danger" },
  offline: { icon: CloudOff, tone: "text-warning" },
  "read-only": { icon: Eye, tone: "text-ink-3" },
  full: { icon: Users, tone: "text-warning" },
  "full-unsent": { icon: Users, tone: "text-warning" },
  reload: { icon: RotateCw, tone: "text-danger" },
};

const flickers: readonly SaveStatus[] = ["saved", "saving"];

/** Whether my work is stored, in one word; the reason is one press away. */
export function SaveBadge() {
  const t = useTranslations("room");
  const { mayEdit } = usePlace();
  const status = useLastingStatus();
  const shown = !mayEdit && status === "saved" ? "read-only" : status;
  const { tone } = looks[shown];
  // Both are there while one of them is seen: it changes with every key, and nothing else may move or be laid out.
  const faces = flickers.includes(shown) ? flickers : [shown];
  const name = t(`status.${shown}.name`);
  const reason = t(`status.${shown}.reason`);
  return (
    <>
      <BadgeReason {...{ name, reason }}>
        <AriaButton
          aria-label={`${name}. ${reason}`}
          data-testid="save-status"
          data-status={shown}
          className={cx(
            "inline-grid h-8 shrink-0 items-center justify-items-center rounded-md px-2 text-xs whitespace-nowrap hover:bg-hover data-pressed:bg-pressed pointer-coarse:h-11 pointer-coarse:min-w-11",
            "[&_svg]:size-3.5",
            tone,
          )}
        >
          {faces.map((face) => (
            <Face key={face} status={face} isShown={face === shown} />
          ))}
        </AriaButton>
      </BadgeReason>
      <Spoken name={name} status={shown} />
    </>
  );
}

function useLastingStatus(): SaveStatus {
  const { seat } = usePlace();
  const [status] = useState(
    () =>
      new LastingStatus({
        read: () => seat.get()?.getState().status ?? "connecting",
        subscribe: seat.onState,
      }),
  );
  return useSyncExternalStore(status.subscribe, status.get, () => "connecting");
}

interface FaceProps {
  readonly status: SaveStatus;
  readonly isShown: boolean;
}

function Face({ status, isShown }: FaceProps) {
  const t = useTranslations("room");
  const { icon: Icon, isTurning } = looks[status];
  return (
    <span
      className={cx(
        "col-start-1 row-start-1 inline-flex items-center gap-1.5",
        !isShown && "invisible",
      )}
    >
      <Icon
        aria-hidden="true"
        className={isTurning && isShown ? "animate-spin" : undefined}
      />
      <span className="max-lg:sr-only">{t(`status.${status}.name`)}</span>
    </span>
  );
}

/** Saving flickers past at every word, so only what lasts is spoken, and once. */
function Spoken({ name, status }: { name: string; status: SaveStatus }) {
  const isPassing = status === "saving" || status === "connecting";
  const [spoken, say] = useState("");
  if (!isPassing && spoken !== name) say(name);
  return (
    <span role="status" className="sr-only">
      {spoken}
    </span>
  );
}
