"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { showToast } from "@/components/ui/toast";
import { api } from "@/components/workspace/api-client";
import { LocalTime } from "@/components/workspace/local-time";
import { useProblemText } from "@/components/workspace/use-problem-text";
import type { CommentItem, ThreadDetail } from "@/lib/api/comments";
import { plainText } from "@/lib/conversation/words";
import { CommentText } from "./comment-text";
import { Composer } from "./composer";
import { forgetDraft } from "./draft";
import { useMoveOn } from "./use-move-on";

interface CommentRowProps {
  readonly comment: CommentItem;
  /** What the API calls the thread. */
  readonly path: string;
  readonly onChanged: (thread: ThreadDetail) => void;
  readonly onDeleted: () => void;
}

/** One thing that somebody said, and what may be done with it. */
export function CommentRow(props: CommentRowProps) {
  const { comment, path, onChanged, onDeleted } = props;
  const t = useTranslations("conversation");
  const [isEditing, edit] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  const [isAsking, ask] = useState(false);
  const moveOn = useMoveOn(row, isAsking);
  if (comment.isDeleted)
    return <p className="text-sm text-ink-3 italic">{t("deletedComment")}</p>;
  const name = comment.author?.name ?? t("formerMember");
  const at = `${path}/comments/${comment.id}`;
  return (
    <div
      ref={row}
      data-comment
      tabIndex={-1}
      role="group"
      aria-label={t("commentBy", { name })}
      className="flex min-w-0 flex-col gap-1 rounded-md outline-offset-4"
    >
      <div className="flex min-h-6 items-center gap-2">
        <Avatar name={name} id={comment.author?.id ?? comment.id} size="sm" />
        <span className="min-w-0 truncate text-sm font-medium">{name}</span>
        <span className="shrink-0 text-xs text-ink-3">
          <LocalTime at={comment.at} />
          {comment.editedAt ? ` · ${t("edited")}` : ""}
        </span>
        <span className="flex-1" />
        {comment.mayEdit && !isEditing ? (
          <IconButton
            label={t("editComment")}
            size="sm"
            onPress={() => edit(true)}
          >
            <Pencil aria-hidden="true" />
          </IconButton>
        ) : null}
        {comment.mayDelete && !isEditing ? (
          <IconButton
            label={t("deleteComment")}
            size="sm"
            onPress={() => ask(true)}
          >
            <Trash2 aria-hidden="true" />
          </IconButton>
        ) : null}
      </div>
      {isEditing ? (
        <EditForm
          {...{ comment, at, onChanged }}
          onClose={() => {
            // The field goes: who used it stays in the conversation.
            row.current?.closest("article")?.focus({ preventScroll: true });
            edit(false);
          }}
        />
      ) : (
        <CommentText comment={comment} />
      )}
      <DeleteDialog
        isOpen={isAsking}
        onOpenChange={ask}
        {...{ at, onDeleted, moveOn }}
      />
    </div>
  );
}

interface EditFormProps extends Pick<CommentRowProps, "comment" | "onChanged"> {
  readonly at: string;
  readonly onClose: () => void;
}

function EditForm({ comment, at, onChanged, onClose }: EditFormProps) {
  const t = useTranslations("conversation");
  const common = useTranslations("common");
  const place = `comment:${comment.id}`;
  const names = new Map(comment.mentions.map(({ id, name }) => [id, name]));
  const text = plainText(
    comment.body,
    (id) => names.get(id) ?? t("formerMember"),
  );
  return (
    <Composer
      place={place}
      label={t("editComment")}
      sendLabel={common("save")}
      initial={{ text, chosen: comment.mentions }}
      isFocusedAtFirst
      send={async (body) => {
        const answer = await api<ThreadDetail>(at, {
          method: "PATCH",
          body: { body },
        });
        if (answer.ok) onChanged(answer.data);
        return answer;
      }}
      onSent={onClose}
      onCancel={() => {
        forgetDraft(place);
        onClose();
      }}
    />
  );
}

interface DeleteDialogProps extends Pick<CommentRowProps, "onDeleted"> {
  readonly at: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly moveOn: ReturnType<typeof useMoveOn>;
}

/** The words are gone for good then, so it is asked once more. */
function DeleteDialog(props: DeleteDialogProps) {
  const { at, isOpen, onOpenChange, onDeleted, moveOn } = props;
  const t = useTranslations("conversation");
  const common = useTranslations("common");
  const problemText = useProblemText();
  if (!isOpen) return null;
  return (
    <ConfirmDialog
      title={t("deleteTitle")}
      confirmLabel={common("delete")}
      isDanger
      {...{ isOpen, onOpenChange }}
      onConfirm={async () => {
        moveOn.prepare();
        const answer = await api(at, { method: "DELETE" });
        if (!answer.ok) {
          moveOn.cancel();
          showToast({ text: problemText(answer.problem), tone: "danger" });
          return false;
        }
        onDeleted();
        showToast({ text: t("commentDeleted") });
        return true;
      }}
    >
      <p>{t("deleteText")}</p>
    </ConfirmDialog>
  );
}
