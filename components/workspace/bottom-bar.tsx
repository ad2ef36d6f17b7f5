"use client";

import { Menu as MenuIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { usePathname } from "next/navigation";
import { Button as AriaButton } from "react-aria-components";
import { cx } from "@/components/ui/cx";
import { UnreadBadge } from "./inbox/unread-badge";
import { barItems, isAt } from "./nav-items";

const itemStyle =
  "flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 px-0.5 text-2xs max-[23rem]:tracking-tighter font-medium";

/** On a phone: the places of daily work under the thumb, the rest behind "more". */
export function BottomBar({
  slug,
  onMore,
}: {
  slug: string;
  onMore: () => void;
}) {
  const t = useTranslations("workspace.nav");
  const pathname = usePathname();
  return (
    <nav
      aria-label={t("menu")}
      className="fixed inset-x-0 bottom-0 z-20 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {barItems.map(({ key, Icon }) => {
        const isCurrent = isAt(pathname, slug, key);
        return (
          <Link
            key={key}
            href={`/w/${slug}/${key}`}
            aria-current={isCurrent ? "page" : undefined}
            className={cx(itemStyle, isCurrent ? "text-accent" : "text-ink-2")}
          >
            <Icon aria-hidden="true" className="size-5" />
            <span className="max-w-full truncate">{t(key)}</span>
          </Link>
        );
      })}
      <AriaButton
        onPress={onMore}
        className={cx(itemStyle, "relative text-ink-2")}
      >
        <MenuIcon aria-hidden="true" className="size-5" />
        {/* The inbox is behind it. */}
        <UnreadBadge className="absolute top-1 left-[calc(50%+0.25rem)]" />
        {t("more")}
      </AriaButton>
    </nav>
  );
}
