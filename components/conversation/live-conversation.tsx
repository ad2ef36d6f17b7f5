"use client";

import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { useRoom } from "@/components/room/room-context";
import { useReadAfterAbsence } from "@/components/room/use-read-after-absence";
import { api } from "@/components/workspace/api-client";
import type { Conversation } from "@/lib/api/comments";
import type { MemberItem } from "@/lib/api/workspaces";
import { ConversationStore } from "./store";
import { TalkContext, type Talk } from "./talk-context";

interface LiveConversationProps {
  readonly initial: Conversation | null;
  readonly mayComment: boolean;
  readonly children: ReactNode;
}

/** The conversations of this map, asked for again whenever somebody says or settles something. */
export function LiveConversation(props: LiveConversationProps) {
  const { initial, mayComment, children } = props;
  const { client, journeyId, workspaceSlug, me } = useRoom();
  const [store] = useState(() => new ConversationStore(initial));
  const base = `/workspaces/${encodeURIComponent(workspaceSlug)}`;
  const asked = useRef(0);
  const reload = useCallback(async () => {
    const mine = (asked.current += 1);
    const wishes = store.getWishes();
    const answer = await api<Conversation>(
      `${base}/journeys/${journeyId}/conversation`,
    );
    // An answer that was overtaken says what was, not what is.
    if (answer.ok && mine === asked.current) store.set(answer.data, wishes);
  }, [base, journeyId, store]);
  const changed = useCallback(async () => {
    store.touch();
    await reload();
  }, [store, reload]);
  useEffect(
    () =>
      client?.onEvent(({ noun, id }) => {
        if (noun === "comment" && id === journeyId) void changed();
      }),
    [client, journeyId, changed],
  );
  // What was said between the drawing of the page and the standing of its line was told to nobody here.
  useReadAfterAbsence(changed, { fromStart: true });
  const people = usePeople(base, me.id);
  const talk = useMemo<Talk>(
    () => ({ store, mayComment, base, journeyId, reload, changed, people }),
    [store, mayComment, base, journeyId, reload, changed, people],
  );
  return <TalkContext value={talk}>{children}</TalkContext>;
}

/** Who else belongs to the workspace, asked for when somebody is first to be named. */
function usePeople(base: string, myId: string): Talk["people"] {
  const known = useRef<ReturnType<Talk["people"]>>(null);
  return useCallback(() => {
    known.current ??= api<{ members: MemberItem[] }>(`${base}/members`).then(
      (answer) => {
        // What failed is asked for again with the next name.
        if (!answer.ok) known.current = null;
        return answer.ok
          ? answer.data.members
              .filter(({ userId }) => userId !== myId)
              .map(({ userId: id, name }) => ({ id, name }))
          : [];
      },
    );
    return known.current;
  }, [base, myId]);
}
