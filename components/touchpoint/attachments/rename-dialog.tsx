"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type FormEvent } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextField } from "@/components/ui/text-field";
import { useCommands } from "@/components/room/use-commands";
import { renameAttachment } from "@/lib/journey/attachments";
import type { Attachment } from "@/lib/journey/journey-map";

interface RenameDialogProps {
  readonly attachment: Attachment;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Another name for an attachment. */
export function RenameDialog({
  attachment,
  isOpen,
  onOpenChange,
}: RenameDialogProps) {
  const t = useTranslations("touchpoint.attachments");
  const form = useId();
  return (
    <FormDialog
      title={t("rename")}
      size="sm"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      formId={form}
      isPending={false}
    >
      <RenameForm
        id={form}
        attachment={attachment}
        onDone={() => onOpenChange(false)}
      />
    </FormDialog>
  );
}

interface RenameFormProps {
  readonly id: string;
  readonly attachment: Attachment;
  readonly onDone: () => void;
}

function RenameForm({ id, attachment, onDone }: RenameFormProps) {
  const t = useTranslations("touchpoint.attachments");
  const { run } = useCommands();
  const [name, setName] = useState(attachment.name);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const next = name.trim();
    if (next)
      run((ctx) =>
        renameAttachment(ctx, { attachmentId: attachment.id, name: next }),
      );
    onDone();
  };
  return (
    <form id={id} onSubmit={handleSubmit}>
      <TextField
        label={t("name")}
        value={name}
        onChange={setName}
        maxLength={1_000}
        autoFocus
      />
    </form>
  );
}
