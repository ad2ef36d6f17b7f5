"use client";

import { MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEditorUi } from "@/components/map/editor-ui";
import { cx } from "@/components/ui/cx";
import type { AnchorKind } from "@/lib/api/comments";
import { useAnchorCount } from "./talk-context";
import type { AnchorCount } from "./store";

interface CommentMarkProps {
  readonly kind: Exclude<AnchorKind, "map">;
  readonly id: string;
  /** In the grid, where the menu of the selection offers the same, the Tab key passes it by. */
  readonly isInGrid?: boolean;
  readonly className?: string;
}

/** How many conversations are open about a thing, small beside it; nothing where there are none. */
export function CommentMark(props: CommentMarkProps) {
  const count = useAnchorCount(props.id);
  return count ? <Mark {...props} count={count} /> : null;
}

function Mark(props: CommentMarkProps & { readonly count: AnchorCount }) {
  const { kind, id, isInGrid = false, className, count } = props;
  const t = useTranslations("conversation.mark");
  const { openRecord } = useEditorUi();
  const { open, unread } = count;
  const name = unread > 0 ? t("unread", { open, unread }) : t("open", { open });
  return (
    <button
      type="button"
      tabIndex={isInGrid ? -1 : undefined}
      aria-label={name}
      title={name}
      data-act={isInGrid ? "comments" : undefined}
      onClick={() =>
        openRecord({
          kind: "conversation",
          about: { kind, id },
          threadId: null,
        })
      }
      className={cx(
        "inline-flex h-6 min-w-6 shrink-0 items-center justify-center gap-1 rounded-sm px-1 text-xs tabular-nums hover:bg-hover",
        isInGrid
          ? "relative pointer-coarse:after:absolute pointer-coarse:after:-inset-2.5"
          : "pointer-coarse:h-11 pointer-coarse:min-w-11",
        unread > 0 ? "font-semibold text-accent" : "text-ink-2",
        className,
      )}
    >
      <MessageSquare
        aria-hidden="true"
        className={cx("size-3.5", unread > 0 && "fill-current")}
      />
      {open > 0 ? open : null}
    </button>
  );
}
