"use client";

import { Check, Link2, MessageSquareReply, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { copyText } from "@/components/room/copy-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import { showToast } from "@/components/ui/toast";
import { api } from "@/components/workspace/api-client";
import { useAction } from "@/components/workspace/use-action";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import { useRoom } from "@/components/room/room-context";
import type { ThreadDetail, ThreadItem } from "@/lib/api/comments";
import { CommentRow } from "./comment-row";
import { Composer } from "./composer";
import { useTalk } from "./talk-context";
import { useAnchorName } from "./use-anchor";
import { useSeen } from "./use-seen";
import { useThread } from "./use-threads";

interface ThreadCardProps {
  readonly thread: ThreadItem;
  /** Whether it says what it is about; beside the thing itself that is plain. */
  readonly isPlaced: boolean;
  /** Somebody came for this one. */
  readonly isWanted?: boolean;
  /** Goes to what it is about. */
  readonly onGo?: (thread: ThreadItem) => void;
}

/** A conversation: its first words, and with one press all of it. */
export function ThreadCard(props: ThreadCardProps) {
  const { isPlaced, isWanted = false, onGo } = props;
  const t = useTranslations("conversation");
  const { base, changed } = useTalk();
  const [isOpen, setOpen] = useState(isWanted);
  const read = useThread(isOpen ? props.thread.id : null);
  const { problem, take } = read;
  // The list can be newer than it. Until all of it is read again the older one stays, and with it what somebody is
  // changing in it.
  const detail = isOpen ? read.detail : null;
  const isNewest = detail !== null && detail.saidAt >= props.thread.saidAt;
  const thread: ThreadItem = isNewest ? detail : props.thread;
  const isAllSeen = isNewest || thread.replies === 0;
  const card = useRef<HTMLElement>(null);
  useSeen(card, thread.isUnread && isAllSeen ? thread.id : null, thread.saidAt);
  useComeTo(card, isWanted);
  const bodyId = useId();
  const path = `${base}/threads/${thread.id}`;
  const comments = detail?.comments ?? [thread.opening];
  const handleChanged = (next: ThreadDetail) => {
    take(next);
    void changed();
  };
  const rest = {
    path,
    onChanged: handleChanged,
    onDeleted: () => void changed(),
  };
  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-label={t("threadBy", {
        name: thread.opening.author?.name ?? t("formerMember"),
      })}
      className={cx(
        "flex flex-col gap-2 rounded-lg border bg-surface px-3 py-2.5 outline-offset-2",
        thread.isUnread ? "border-accent-line" : "border-line",
      )}
    >
      <Head {...{ thread, isPlaced, onGo }} />
      <div id={bodyId} className="flex flex-col gap-3">
        {comments.map((comment) => (
          <CommentRow key={comment.id} comment={comment} {...rest} />
        ))}
        <ProblemBanner problem={problem} />
      </div>
      <Foot
        {...{ thread, isOpen, path, bodyId }}
        onChanged={handleChanged}
        onToggle={() => setOpen(!isOpen)}
      />
    </article>
  );
}

/** Brings somebody who came for a thread to it, once. */
function useComeTo(
  card: React.RefObject<HTMLElement | null>,
  isWanted: boolean,
): void {
  useEffect(() => {
    if (!isWanted) return;
    card.current?.scrollIntoView?.({ block: "nearest" });
    card.current?.focus({ preventScroll: true });
  }, [card, isWanted]);
}

type HeadProps = Pick<ThreadCardProps, "thread" | "isPlaced" | "onGo">;

/** What it is about and how it stands. */
function Head({ thread, isPlaced, onGo }: HeadProps) {
  const t = useTranslations("conversation");
  const name = useAnchorName(thread.anchor);
  const { kind, label } = thread.anchor;
  const isRemoved = name === null;
  const words =
    kind === "map" ? t("anchor.map") : (name ?? label) || t(`untitled.${kind}`);
  const isQuiet = !isPlaced && !isRemoved;
  if (isQuiet && !thread.resolvedAt && !thread.isUnread) return null;
  return (
    <div className="flex flex-wrap items-center gap-1.5 text-xs text-ink-2">
      {isQuiet ? null : isRemoved || kind === "map" || !onGo ? (
        <span className="min-w-0 truncate">{words}</span>
      ) : (
        <button
          type="button"
          onClick={() => onGo(thread)}
          className="min-h-6 min-w-0 truncate rounded-xs text-left underline underline-offset-2 hover:text-ink pointer-coarse:min-h-11"
        >
          <span className="sr-only">{t("goTo")} </span>
          {words}
        </button>
      )}
      {isRemoved ? <Badge tone="warning">{t("removed")}</Badge> : null}
      {thread.resolvedAt ? (
        <Badge tone="success" icon={<Check aria-hidden="true" />}>
          {thread.resolvedBy
            ? t("resolvedBy", { name: thread.resolvedBy.name })
            : t("resolved")}
        </Badge>
      ) : null}
      {thread.isUnread ? <Badge tone="accent">{t("new")}</Badge> : null}
    </div>
  );
}

interface FootProps {
  readonly thread: ThreadItem;
  readonly isOpen: boolean;
  readonly path: string;
  readonly bodyId: string;
  readonly onChanged: (thread: ThreadDetail) => void;
  readonly onToggle: () => void;
}

/** What can be done with a conversation. */
function Foot(props: FootProps) {
  const { thread, isOpen, path, bodyId, onChanged, onToggle } = props;
  const t = useTranslations("conversation");
  const { mayComment, journeyId } = useTalk();
  const { isPending, problem, run } = useAction();
  const { workspaceSlug } = useRoom();
  const isResolved = thread.resolvedAt !== null;
  const settle = async () => {
    const body = { isResolved: !isResolved };
    const answer = await run(() =>
      api<ThreadDetail>(path, { method: "PATCH", body }),
    );
    if (answer.ok) onChanged(answer.data);
  };
  const copyLink = async () => {
    const place = `/w/${workspaceSlug}/journeys/${journeyId}`;
    const link = `${location.origin}${place}?thread=${thread.id}`;
    const isCopied = await copyText(link);
    showToast({ text: isCopied ? t("linkCopied") : link });
  };
  return (
    <>
      {isOpen && mayComment ? (
        <Composer
          place={`thread:${thread.id}`}
          label={t("reply")}
          sendLabel={t("reply")}
          send={async (body, idempotencyKey) => {
            const answer = await api<ThreadDetail>(`${path}/comments`, {
              method: "POST",
              body: { body },
              idempotencyKey,
            });
            if (answer.ok) onChanged(answer.data);
            return answer;
          }}
        />
      ) : null}
      <ProblemBanner problem={problem} />
      <div className="flex flex-wrap items-center gap-1">
        <Button
          size="sm"
          variant="quiet"
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onPress={onToggle}
        >
          <MessageSquareReply aria-hidden="true" />
          {thread.replies > 0
            ? t("replies", { count: thread.replies })
            : t(mayComment ? "reply" : "details")}
        </Button>
        <span className="flex-1" />
        <IconButton
          label={t("copyLink")}
          size="sm"
          onPress={() => void copyLink()}
        >
          <Link2 aria-hidden="true" />
        </IconButton>
        {thread.mayResolve ? (
          <Button
            size="sm"
            variant="quiet"
            isPending={isPending}
            onPress={() => void settle()}
          >
            {isResolved ? (
              <RotateCcw aria-hidden="true" />
            ) : (
              <Check aria-hidden="true" />
            )}
            {t(isResolved ? "reopen" : "resolve")}
          </Button>
        ) : null}
      </div>
    </>
  );
}
