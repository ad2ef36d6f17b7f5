"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast";
import { RecoveryView } from "./recovery-view";
import { useRoom } from "./room-context";
import { useRecovered } from "./use-room-state";

/** What was not taken, to take along or to discard. */
export function RecoveryDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("room.recovery");
  const common = useTranslations("common");
  const { shelf } = useRoom();
  const { list, count } = useRecovered();
  const handleDiscard = () => {
    onClose();
    for (const { id } of list) shelf.drop(id);
    showToast({
      text: t("discarded"),
      action: {
        label: t("undo"),
        run: () => list.forEach((recovered) => shelf.put(recovered)),
      },
    });
  };
  return (
    <Dialog
      title={t("title", { count })}
      isOpen
      onOpenChange={onClose}
      size="lg"
      footer={
        <>
          <Button variant="quiet" onPress={handleDiscard}>
            {t("discard")}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {common("close")}
          </Button>
        </>
      }
    >
      <RecoveryView list={list} />
    </Dialog>
  );
}
