"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/cx";
import { UnreadBadge } from "./inbox/unread-badge";
import {
  isAt,
  libraryItems,
  settingsItem,
  workItems,
  type NavItem,
} from "./nav-items";

interface NavListProps {
  slug: string;
  onNavigate?: () => void;
}

/** All places of a workspace, in the side navigation and in the phone's drawer. */
export function NavList({ slug, onNavigate }: NavListProps) {
  const t = useTranslations("workspace.nav");
  return (
    <nav aria-label={t("label")} className="flex flex-col gap-5">
      <NavGroup items={workItems} {...{ slug, onNavigate }} />
      <div>
        <h2 className="mb-1 px-2 text-xs font-medium tracking-normal text-ink-3">
          {t("library")}
        </h2>
        <NavGroup items={libraryItems} {...{ slug, onNavigate }} />
      </div>
      <NavGroup items={[settingsItem]} {...{ slug, onNavigate }} />
    </nav>
  );
}

function NavGroup({
  items,
  slug,
  onNavigate,
}: NavListProps & { items: readonly NavItem[] }) {
  const t = useTranslations("workspace.nav");
  const pathname = usePathname();
  return (
    <ul className="flex flex-col gap-0.5">
      {items.map(({ key, Icon }) => {
        const isCurrent = isAt(pathname, slug, key);
        return (
          <li key={key}>
            <Link
              href={`/w/${slug}/${key}`}
              onClick={onNavigate}
              aria-current={isCurrent ? "page" : undefined}
              className={cx(
                "flex h-8 items-center gap-2.5 rounded-md px-2 text-sm font-medium transition-colors duration-100 pointer-coarse:h-11",
                isCurrent
                  ? "bg-pressed text-ink"
                  : "text-ink-2 hover:bg-hover hover:text-ink",
              )}
            >
              <Icon
                aria-hidden="true"
                className={cx(
                  "size-4 shrink-0",
                  isCurrent ? "text-accent" : "text-ink-3",
                )}
              />
              <span className="truncate">{t(key)}</span>
              {key === "inbox" ? <UnreadBadge className="ml-auto" /> : null}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
