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

interface SidePanelProps {
  title: ReactNode;
  /** What a screen reader says when `title` is more than words. */
  label: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  side?: "left" | "right";
  actions?: ReactNode;
  children: ReactNode;
}

/** A record or a menu that slides in beside the page; fills a phone. */
export function SidePanel(props: SidePanelProps) {
  const {
    title,
    label,
    isOpen,
    onOpenChange,
    side = "right",
    actions,
    children,
  } = props;
  const t = useTranslations("common");
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className={cx(
        "fixed inset-0 z-30 flex bg-scrim data-entering:animate-fade-in data-exiting:animate-fade-out",
        side === "right" ? "justify-end" : "justify-start",
      )}
    >
      <Modal
        className={cx(
          "h-dvh w-full bg-raised shadow-modal",
          side === "right"
            ? "max-w-xl border-l border-line data-entering:animate-slide-in-right"
            : "max-w-72 border-r border-line data-entering:animate-slide-in-left",
        )}
      >
        <AriaDialog
          aria-label={label}
          className="flex h-full flex-col outline-none"
        >
          <div ref={keepFocus} className="contents">
            <header className="flex items-center gap-2 border-b border-line px-4 py-2.5">
              <Heading slot="title" className="min-w-0 flex-1 truncate text-md">
                {title}
              </Heading>
              {actions}
              <IconButton
                label={t("close")}
                onPress={() => onOpenChange(false)}
              >
                <X aria-hidden="true" />
              </IconButton>
            </header>
            <div
              tabIndex={0}
              className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
            >
              {children}
            </div>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
