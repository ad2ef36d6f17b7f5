"use client";

import { useCallback, useEffect, useState } from "react";
import { showToast } from "@/components/ui/toast";
import { useLookAgain } from "@/components/ui/use-look-again";
import type { InboxItem, InboxList } from "@/lib/api/inbox";
import { api } from "../api-client";
import { useProblemText } from "../use-problem-text";
import { useUnread } from "./unread";

const everyMs = 20_000;

interface Held {
  readonly list: InboxList;
  readonly put: (list: InboxList) => void;
}

/** What came since, which waits until somebody wants to see it: nothing moves under the eyes of whoever reads. */
function useNews(path: string, { list, put }: Held) {
  const { reload } = useUnread();
  const [found, setFound] = useState<{ path: string; list: InboxList } | null>(
    null,
  );
  // What was found on another page is none of this one's.
  const fresh = found?.path === path ? found.list : null;
  const look = useCallback(async () => {
    const answer = await api<InboxList>(path);
    if (answer.ok) setFound({ path, list: answer.data });
  }, [path]);
  useLookAgain(look, everyMs);
  const came = fresh ? newerIn(fresh, list) : [];
  useEffect(() => {
    if (came.length > 0) void reload();
  }, [came.length, reload]);
  return {
    news: came.length,
    showNews() {
      if (!fresh) return;
      // More came than a page holds: what lies between is read from the page on.
      const isGap = came.length === fresh.items.length && fresh.nextCursor;
      put(isGap ? fresh : { ...list, items: [...came, ...list.items] });
      setFound(null);
    },
  };
}

/** What a later look found above the newest of a list; what moved up from below it is not new. */
function newerIn(page: InboxList, { items }: InboxList): InboxItem[] {
  const known = new Set(items.map(({ id }) => id));
  const newest = items[0]?.at ?? "";
  return page.items.filter(({ id, at }) => at >= newest && !known.has(id));
}

interface InboxOf {
  readonly slug: string;
  readonly initial: InboxList;
  readonly isAll: boolean;
}

/** The list as it stands on the page: what is marked as read stays in sight until the page is asked for again. */
export function useInbox({ slug, initial, isAll }: InboxOf) {
  const problemText = useProblemText();
  const { reload } = useUnread();
  const [shown, setShown] = useState({ from: initial, list: initial });
  // Another page of the same component: what the server sent now counts.
  if (shown.from !== initial) setShown({ from: initial, list: initial });
  const { list } = shown;
  const path = `/workspaces/${encodeURIComponent(slug)}/inbox`;
  const { news, showNews } = useNews(`${path}?unread=${!isAll}`, {
    list,
    put: (next) => setShown((before) => ({ ...before, list: next })),
  });
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
    news,
    showNews,
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
