"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { useUnread } from "./unread";

const most = 99;

/** How much is unread, beside the name of the inbox; nothing where all is read. */
export function UnreadBadge({ className }: { readonly className?: string }) {
  const t = useTranslations("workspace.nav");
  const { unread } = useUnread();
  if (unread === 0) return null;
  return (
    <span
      className={cx(
        "inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-accent px-1.5 text-2xs font-semibold text-accent-ink tabular-nums",
        className,
      )}
    >
      <span aria-hidden="true">{unread > most ? `${most}+` : unread}</span>
      <span className="sr-only">{t("unread", { count: unread })}</span>
    </span>
  );
}
