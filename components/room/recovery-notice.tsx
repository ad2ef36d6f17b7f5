"use client";

import { ArchiveRestore } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { lazyPart } from "@/components/ui/lazy-part";
import { useRecovered, useRoomState } from "./use-room-state";

const RecoveryDialog = lazyPart(
  async () => (await import("./recovery-dialog")).RecoveryDialog,
);

/** Says that something written here was not taken, and leads to it. It stays until its person decides. */
export function RecoveryNotice() {
  const t = useTranslations("room.recovery");
  const { list, count } = useRecovered();
  const closedBy = useRoomState((state) => state.closedBy);
  const [isOpen, setOpen] = useState(false);
  // What ended for good says the same in its own notice.
  const isShown = list.length > 0 && closedBy === null;
  return (
    <>
      <div role="alert" className="sr-only">
        {isShown ? t("kept", { count }) : null}
      </div>
      {isShown ? (
        <div
          data-testid="recovery"
          className="flex items-center gap-3 border-b border-line bg-warning-tint px-3 py-1.5 text-sm"
        >
          <ArchiveRestore
            aria-hidden="true"
            className="size-4 shrink-0 text-warning"
          />
          <p className="min-w-0 flex-1">{t("kept", { count })}</p>
          <Button size="sm" onPress={() => setOpen(true)}>
            {t("show")}
          </Button>
        </div>
      ) : null}
      {isShown && isOpen ? (
        <RecoveryDialog onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
