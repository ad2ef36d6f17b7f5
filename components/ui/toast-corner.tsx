"use client";

import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button as AriaButton, Text } from "react-aria-components";
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components/Toast";
import { Button } from "./button";
import type { ToastMessage } from "./toast";

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });
const readingTimeMs = 6_000;
const actingTimeMs = 12_000;

/** Puts a message into the corner. @returns what takes it away. */
export function addToast(message: ToastMessage): () => void {
  const timeout =
    message.tone === "danger"
      ? undefined
      : message.action
        ? actingTimeMs
        : readingTimeMs;
  const key = queue.add(message, { timeout });
  return () => queue.close(key);
}

/** The corner in which toasts appear. F6 leads there. */
export function ToastCorner() {
  const t = useTranslations("common");
  return (
    <ToastRegion
      queue={queue}
      data-region="notifications"
      aria-label={t("notifications")}
      className="fixed inset-x-3 bottom-16 z-50 flex flex-col gap-2 outline-offset-4 sm:inset-x-auto sm:right-4 sm:bottom-4 sm:w-96"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="flex animate-rise-in items-center gap-2 rounded-lg border border-line bg-raised py-2 pr-2 pl-3 shadow-float"
        >
          {toast.content.tone === "danger" ? (
            <CircleAlert
              aria-hidden="true"
              className="size-4 shrink-0 text-danger"
            />
          ) : toast.content.tone === "success" ? (
            <CircleCheck
              aria-hidden="true"
              className="size-4 shrink-0 text-success"
            />
          ) : null}
          <ToastContent className="min-w-0 flex-1 text-sm">
            <Text slot="title" className="line-clamp-4 wrap-anywhere">
              {toast.content.text}
            </Text>
          </ToastContent>
          {[toast.content.other, toast.content.action].map((action) =>
            action ? (
              <Button
                key={action.label}
                size="sm"
                onPress={() => {
                  action.run();
                  queue.close(toast.key);
                }}
              >
                {action.label}
              </Button>
            ) : null,
          )}
          <AriaButton
            slot="close"
            aria-label={t("close")}
            className="flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-3 pointer-coarse:size-11 hover:bg-hover hover:text-ink"
          >
            <X aria-hidden="true" className="size-3.5" />
          </AriaButton>
        </AriaToast>
      )}
    </ToastRegion>
  );
}
