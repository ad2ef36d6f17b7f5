"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

interface ConfirmDialogProps {
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  confirmLabel: string;
  isDanger?: boolean;
  /** Resolves true when it worked and the dialog may close. */
  onConfirm: () => Promise<boolean>;
  isConfirmDisabled?: boolean;
  children: ReactNode;
}

/** Asks once more before something that cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    title,
    isOpen,
    onOpenChange,
    confirmLabel,
    isDanger,
    onConfirm,
    children,
  } = props;
  const t = useTranslations("common");
  const [isPending, setPending] = useState(false);

  const handleConfirm = async () => {
    setPending(true);
    const isDone = await onConfirm();
    setPending(false);
    if (isDone) onOpenChange(false);
  };

  return (
    <Dialog
      isAlert
      size="sm"
      {...{ title, isOpen, onOpenChange }}
      footer={
        <>
          <Button onPress={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button
            variant={isDanger ? "danger" : "primary"}
            isPending={isPending}
            isDisabled={props.isConfirmDisabled}
            onPress={() => void handleConfirm()}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 text-ink-2">{children}</div>
    </Dialog>
  );
}
