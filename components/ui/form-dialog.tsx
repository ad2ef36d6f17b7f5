"use client";

import { useTranslations } from "next-intl";
import { Button } from "./button";
import { Dialog, type DialogProps } from "./dialog";

interface FormDialogProps extends Omit<DialogProps, "footer"> {
  /** The form within it, which its lower button sends. */
  readonly formId: string;
  readonly isPending: boolean;
  /** What sending it does; saving, if nothing is said. */
  readonly submitLabel?: string;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** A dialog around a form, with the way out and the way on below it. */
export function FormDialog({
  formId,
  isPending,
  submitLabel,
  ...dialog
}: FormDialogProps) {
  const common = useTranslations("common");
  return (
    <Dialog
      {...dialog}
      footer={
        <>
          <Button onPress={() => dialog.onOpenChange(false)}>
            {common("cancel")}
          </Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            isPending={isPending}
          >
            {submitLabel ?? common("save")}
          </Button>
        </>
      }
    />
  );
}
