"use client";

import { GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  Button,
  DropIndicator,
  GridList,
  GridListItem,
  useDragAndDrop,
  type DroppableCollectionReorderEvent,
} from "react-aria-components";
import { useCommands } from "@/components/room/use-commands";
import { moveAttachment } from "@/lib/journey/attachments";
import type { AttachmentId } from "@/lib/journey/ids";
import type { Attachment } from "@/lib/journey/journey-map";
import { isViewable } from "../viewer/viewable";
import { AttachmentActions } from "./attachment-actions";
import { AttachmentFace } from "./attachment-face";

interface AttachmentRowsProps {
  readonly attachments: readonly Attachment[];
  readonly canWrite: boolean;
  readonly onView: (attachment: Attachment) => void;
}

/** What is attached, in an order that can be changed by hand, by key and from a menu. */
export function AttachmentRows({
  attachments,
  canWrite,
  onView,
}: AttachmentRowsProps) {
  const t = useTranslations("touchpoint.attachments");
  const { run } = useCommands();
  const move = (attachmentId: AttachmentId, before: AttachmentId | null) =>
    run((ctx) => moveAttachment(ctx, { attachmentId, before }));

  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !canWrite,
    getItems: (keys) =>
      [...keys].map((key) => ({ "waymark/attachment": String(key) })),
    acceptedDragTypes: ["waymark/attachment"],
    onReorder: (event) => {
      const id = attachments.find((one) => event.keys.has(one.id))?.id;
      if (id) move(id, placeAfter(attachments, event));
    },
    renderDropIndicator: (target) => (
      <DropIndicator
        target={target}
        className="h-0.5 rounded-full data-drop-target:bg-accent"
      />
    ),
  });

  return (
    <GridList
      aria-label={t("title")}
      items={attachments.map((attachment, index) => ({
        id: attachment.id,
        attachment,
        index,
      }))}
      dependencies={[canWrite, attachments]}
      dragAndDropHooks={dragAndDropHooks}
      keyboardNavigationBehavior="tab"
      className="flex flex-col"
    >
      {({ attachment, index }) => (
        <GridListItem
          textValue={attachment.name}
          onAction={
            isViewable(attachment) ? () => onView(attachment) : undefined
          }
          className="group/row flex min-h-11 items-center gap-1 rounded-md py-1 -outline-offset-2 hover:bg-hover data-dragging:opacity-40"
        >
          {canWrite ? (
            <Button
              slot="drag"
              className="flex h-6 w-4 shrink-0 cursor-grab items-center justify-center text-ink-3 opacity-0 group-hover/row:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
            >
              <GripVertical aria-hidden="true" className="size-3.5" />
            </Button>
          ) : null}
          <AttachmentFace
            attachment={attachment}
            onView={
              isViewable(attachment) ? () => onView(attachment) : undefined
            }
          />
          {canWrite ? (
            <AttachmentActions
              attachment={attachment}
              onUp={
                index > 0
                  ? () =>
                      move(attachment.id, attachments[index - 1]?.id ?? null)
                  : undefined
              }
              onDown={
                index < attachments.length - 1
                  ? () =>
                      move(attachment.id, attachments[index + 2]?.id ?? null)
                  : undefined
              }
            />
          ) : null}
        </GridListItem>
      )}
    </GridList>
  );
}

/** Before which attachment the dropped one comes to stand; null: last. */
function placeAfter(
  attachments: readonly Attachment[],
  { target }: DroppableCollectionReorderEvent,
): AttachmentId | null {
  const at = attachments.findIndex(({ id }) => id === target.key);
  return (
    attachments[target.dropPosition === "before" ? at : at + 1]?.id ?? null
  );
}
