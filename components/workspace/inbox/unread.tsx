"use client";

import { usePathname } from "next/navigation";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import type { InboxCount } from "@/lib/api/inbox";
import { api } from "../api-client";

interface Unread {
  readonly unread: number;
  readonly reload: () => Promise<void>;
}

const UnreadContext = createContext<Unread>({
  unread: 0,
  reload: () => Promise.resolve(),
});

/** How much in the inbox has not been read. */
export const useUnread = (): Unread => useContext(UnreadContext);

interface UnreadProviderProps {
  readonly slug: string;
  /** As the server knew it when it drew the page. */
  readonly initial: number;
  readonly children: ReactNode;
}

/** Asks how much is unread with every page, and when somebody comes back to this one. */
export function UnreadProvider(props: UnreadProviderProps) {
  const { slug, initial, children } = props;
  const pathname = usePathname();
  const [unread, setUnread] = useState(initial);
  const reload = useCallback(async () => {
    const path = `/workspaces/${encodeURIComponent(slug)}/inbox/count`;
    const answer = await api<InboxCount>(path);
    if (answer.ok) setUnread(answer.data.unread);
  }, [slug]);
  const drawn = useRef(pathname);
  useEffect(() => {
    if (drawn.current === pathname) return;
    drawn.current = pathname;
    // oxlint-disable-next-line react/set-state-in-effect -- set when the answer comes, not while this is drawn
    void reload();
  }, [pathname, reload]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") void reload();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [reload]);
  const value = useMemo(() => ({ unread, reload }), [unread, reload]);
  return <UnreadContext value={value}>{children}</UnreadContext>;
}
