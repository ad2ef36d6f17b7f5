"use client";

import { CheckCheck, Inbox as InboxIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { showToast } from "@/components/ui/toast";
import type { InboxItem, InboxList } from "@/lib/api/inbox";
import { api } from "../api-client";
import { LinkTabs } from "../link-tabs";
import { PageHeader } from "../page-header";
import { useProblemText } from "../use-problem-text";
import { InboxRow } from "./inbox-row";
import { useUnread } from "./unread";

interface InboxProps {
  readonly slug: string;
  readonly initial: InboxList;
  /** Whether what was read is shown too. */
  readonly isAll: boolean;
}

/** What a member was told, the newest first. */
export function Inbox({ slug, initial, isAll }: InboxProps) {
  const t = useTranslations("inbox");
  const { items, hasMore, mark, markAll, readMore } = useInbox({
    slug,
    initial,
    isAll,
  });
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
      {items.length === 0 ? (
        <EmptyState
          icon={<InboxIcon aria-hidden="true" />}
          title={t("emptyTitle")}
          action={
            isAll ? null : (
              <ButtonLink href={`${base}?show=all`}>{t("showRead")}</ButtonLink>
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
        <div className="mt-4">
          <Button variant="quiet" onPress={() => void readMore()}>
            {t("more")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** The list as it stands on the page: what is marked as read stays in sight until the page is asked for again. */
function useInbox({ slug, initial, isAll }: InboxProps) {
  const problemText = useProblemText();
  const { reload } = useUnread();
  const [shown, setShown] = useState({ from: initial, list: initial });
  // Another page of the same component: what the server sent now counts.
  if (shown.from !== initial) setShown({ from: initial, list: initial });
  const { list } = shown;
  const path = `/workspaces/${encodeURIComponent(slug)}/inbox`;
  const change = (of: (item: InboxItem) => boolean, isRead: boolean) =>
    setShown((before) => ({
      ...before,
      list: {
        ...before.list,
        items: before.list.items.map((item) =>
          of(item) ? { ...item, isRead } : item,
        ),
      },
    }));
  const fail = (problem: { code: string }) =>
    showToast({ text: problemText(problem), tone: "danger" });
  return {
    items: list.items,
    hasMore: list.nextCursor !== null,
    async mark({ id }: InboxItem, isRead: boolean) {
      change((item) => item.id === id, isRead);
      const body = { isRead };
      const answer = await api(`${path}/${id}`, { method: "PATCH", body });
      if (!answer.ok) {
        change((item) => item.id === id, !isRead);
        fail(answer.problem);
      }
      await reload();
    },
    async markAll() {
      const upTo = list.items[0]?.at;
      const body = { upTo };
      const answer = await api(`${path}/read`, { method: "POST", body });
      if (answer.ok) change(() => true, true);
      else fail(answer.problem);
      await reload();
    },
    async readMore() {
      const query = `unread=${!isAll}&cursor=${list.nextCursor}`;
      const answer = await api<InboxList>(`${path}?${query}`);
      if (!answer.ok) return fail(answer.problem);
      const { items, nextCursor } = answer.data;
      return setShown((before) => ({
        ...before,
        list: { items: [...before.list.items, ...items], nextCursor },
      }));
    },
  };
}
