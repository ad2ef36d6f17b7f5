"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import type { ThreadItem } from "@/lib/api/comments";
import { ThreadCard } from "./thread-card";
import { useThreads, type ThreadsWanted } from "./use-threads";

interface ThreadListProps extends ThreadsWanted {
  readonly isPlaced: boolean;
  /** What is said where there is none. */
  readonly empty: string;
  /** One that stands elsewhere already. */
  readonly without?: string | null;
  readonly onGo?: (thread: ThreadItem) => void;
}

/** Conversations, the newest word first. */
export function ThreadList(props: ThreadListProps) {
  const { isPlaced, empty, without = null, onGo, ...wanted } = props;
  const t = useTranslations("conversation");
  const { list, problem, hasMore, readMore } = useThreads(wanted);
  if (!list)
    return problem ? (
      <ProblemBanner problem={problem} />
    ) : (
      <p role="status" className="flex items-center gap-2 text-sm text-ink-2">
        <Spinner />
        {t("loading")}
      </p>
    );
  const shown = list.filter(({ id }) => id !== without);
  return (
    <div className="flex flex-col gap-3">
      <ProblemBanner problem={problem} />
      {shown.length === 0 ? (
        <p className="text-sm text-ink-2">{empty}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {shown.map((thread) => (
            <li key={thread.id}>
              <ThreadCard {...{ thread, isPlaced, onGo }} />
            </li>
          ))}
        </ul>
      )}
      {hasMore ? (
        <Button size="sm" variant="quiet" onPress={() => void readMore()}>
          {t("more")}
        </Button>
      ) : null}
    </div>
  );
}
