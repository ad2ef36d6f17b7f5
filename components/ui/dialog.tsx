"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  Dialog as AriaDialog,
  Heading,
  Modal,
  ModalOverlay,
} from "react-aria-components";
import { cx } from "./cx";
import { IconButton } from "./icon-button";
import { keepFocus } from "./keep-focus";

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** A question that must be answered: Esc cancels, a click outside does not. */
  isAlert?: boolean;
  size?: "sm" | "md" | "lg" | "xl";
  /** The row of buttons below. */
  footer?: ReactNode;
  children?: ReactNode;
}

const widths = {
  sm: "max-w-md",
  md: "max-w-lg",
  lg: "max-w-2xl",
  xl: "max-w-5xl",
};

/** A question or form above the page. On a phone it rises from below and fills the width. */
export function Dialog(props: DialogProps) {
  const {
    title,
    isOpen,
    onOpenChange,
    isAlert,
    size = "md",
    footer,
    children,
  } = props;
  const t = useTranslations("common");
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!isAlert}
      className="fixed inset-0 z-40 flex items-end justify-center bg-scrim data-entering:animate-fade-in data-exiting:animate-fade-out sm:items-center sm:p-6"
    >
      <Modal
        className={cx(
          "flex max-h-[92dvh] w-full flex-col rounded-t-lg border border-line bg-raised shadow-modal sm:max-h-[88dvh] sm:rounded-lg",
          "data-entering:animate-rise-in",
          widths[size],
        )}
      >
        <AriaDialog
          role={isAlert ? "alertdialog" : "dialog"}
          className="flex min-h-0 flex-1 flex-col outline-none"
        >
          <div ref={keepFocus} className="contents">
            <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-2">
              <Heading
                slot="title"
                className="min-w-0 pt-0.5 text-lg break-words"
              >
                {title}
              </Heading>
              <IconButton
                label={t("close")}
                onPress={() => onOpenChange(false)}
                className="-mr-2"
              >
                <X aria-hidden="true" />
              </IconButton>
            </header>
            <div
              tabIndex={0}
              className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5 -outline-offset-2"
            >
              {children}
            </div>
            {footer ? (
              <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
                {footer}
              </footer>
            ) : null}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
