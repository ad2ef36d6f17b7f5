"use client";

import {
  AtSign,
  CalendarClock,
  ListTodo,
  Mail,
  MailOpen,
  MapPinned,
  MessageSquare,
  Reply,
  type LucideIcon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import type { InboxItem } from "@/lib/api/inbox";
import { LocalTime } from "../local-time";

const icons: Readonly<Record<InboxItem["kind"], LucideIcon>> = {
  mention: AtSign,
  reply: Reply,
  comment: MessageSquare,
  touchpoint: MapPinned,
  task: ListTodo,
  review: CalendarClock,
};

/** The exact place of what somebody was told. */
function hrefOf(slug: string, item: InboxItem): string {
  const page = `/w/${slug}/journeys/${item.journey.id}`;
  if (item.threadId !== null) return `${page}?thread=${item.threadId}`;
  if (item.kind === "review") return `${page}?review=due`;
  return `${page}?${item.kind === "task" ? "card" : "touchpoint"}=${item.entityId}`;
}

interface InboxRowProps {
  readonly slug: string;
  readonly item: InboxItem;
  readonly onMark: (isRead: boolean) => void;
}

/** One thing that a member was told. */
export function InboxRow({ slug, item, onMark }: InboxRowProps) {
  const t = useTranslations("inbox");
  const { kind, isRead, excerpt, label, journey } = item;
  const Icon = icons[kind];
  const name = item.by?.name ?? t("somebody");
  const isGiven = kind === "touchpoint" || kind === "task";
  const told =
    isGiven && item.by
      ? t(`kind.${kind}By`, { name })
      : t(`kind.${kind}`, { name });
  const title = journey.title || t("untitledMap");
  const place =
    isGiven || label ? `${label || t("untitled")} · ${title}` : title;
  return (
    <li
      className={cx(
        "relative flex items-start gap-3 px-3 py-3 hover:bg-hover",
        !isRead && "bg-accent-tint/40",
      )}
    >
      <Icon
        aria-hidden="true"
        className={cx(
          "mt-0.5 size-4 shrink-0",
          isRead ? "text-ink-3" : "text-accent",
        )}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="text-sm">
          <Link
            href={hrefOf(slug, item)}
            onClick={() => isRead || onMark(true)}
            className={cx(
              "rounded-xs after:absolute after:inset-0",
              isRead ? "font-normal" : "font-semibold",
            )}
          >
            {isRead ? null : <span className="sr-only">{t("unread")}: </span>}
            {told}
          </Link>
        </p>
        {excerpt ? (
          <p className="line-clamp-2 text-sm break-words text-ink-2">
            {excerpt}
          </p>
        ) : null}
        <p className="flex flex-wrap gap-x-2 text-xs text-ink-3">
          <span className="min-w-0 truncate">{place}</span>
          <LocalTime at={item.at} />
        </p>
      </div>
      <IconButton
        label={t(isRead ? "markUnread" : "markRead")}
        className="z-[1]"
        onPress={() => onMark(!isRead)}
      >
        {isRead ? <Mail aria-hidden="true" /> : <MailOpen aria-hidden="true" />}
      </IconButton>
    </li>
  );
}
