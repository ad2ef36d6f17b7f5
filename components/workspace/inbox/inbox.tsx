"use client";

import { CheckCheck, Inbox as InboxIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { NewsBar } from "@/components/ui/news-bar";
import type { InboxList } from "@/lib/api/inbox";
import { LinkTabs } from "../link-tabs";
import { PageHeader } from "../page-header";
import { InboxRow } from "./inbox-row";
import { useInbox } from "./use-inbox";

interface InboxProps {
  readonly slug: string;
  readonly initial: InboxList;
  /** Whether what was read is shown too. */
  readonly isAll: boolean;
}

/** What a member was told, the newest first. */
export function Inbox({ slug, initial, isAll }: InboxProps) {
  const t = useTranslations("inbox");
  const { items, hasMore, news, showNews, mark, markAll, readMore } = useInbox({
    slug,
    initial,
    isAll,
  });
  const top = useRef<HTMLElement>(null);
  const base = `/w/${slug}/inbox`;
  const isAnyUnread = items.some(({ isRead }) => !isRead);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("intro")}
        actions={
          isAnyUnread ? (
            <Button onPress={() => void markAll()}>
              <CheckCheck aria-hidden="true" />
              {t("readAll")}
            </Button>
          ) : null
        }
      />
      <div className="mb-4 border-b border-line">
        <LinkTabs
          label={t("filter")}
          selected={isAll ? "all" : "unread"}
          tabs={[
            { id: "unread", label: t("state.unread"), href: base },
            { id: "all", label: t("state.all"), href: `${base}?show=all` },
          ]}
        />
      </div>
      <section
        ref={top}
        tabIndex={-1}
        aria-label={t("title")}
        className="flex flex-col gap-4 outline-none"
      >
        <NewsBar
          label={news > 0 ? t("news", { count: news }) : null}
          onShow={() => {
            showNews();
            // The button goes: who used it stays where the news are.
            top.current?.focus();
          }}
        />
        {items.length === 0 ? (
          <EmptyState
            icon={<InboxIcon aria-hidden="true" />}
            title={t("emptyTitle")}
            action={
              isAll ? null : (
                <ButtonLink href={`${base}?show=all`}>
                  {t("showRead")}
                </ButtonLink>
              )
            }
          >
            {t("empty")}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {items.map((item) => (
              <InboxRow
                key={item.id}
                {...{ slug, item }}
                onMark={(isRead) => void mark(item, isRead)}
              />
            ))}
          </ul>
        )}
        {hasMore ? (
          <Button
            variant="quiet"
            className="self-start"
            onPress={() => void readMore()}
          >
            {t("more")}
          </Button>
        ) : null}
      </section>
    </>
  );
}
