"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { CLOSE } from "@/lib/protocol/close-codes";
import { copyText } from "./copy-text";
import type { RecoveryCopy } from "./recovery-copy";
import { useRoomState } from "./use-room-state";

const reasons: Readonly<Record<number, ReasonKey>> = {
  [CLOSE.identityGone]: "identityGone",
  [CLOSE.accessGone]: "accessGone",
  [CLOSE.notFound]: "notFound",
  [CLOSE.refused]: "refused",
  [CLOSE.otherEpoch]: "otherEpoch",
  [CLOSE.tooBig]: "tooBig",
};
type ReasonKey =
  | "identityGone"
  | "accessGone"
  | "notFound"
  | "refused"
  | "otherEpoch"
  | "tooBig"
  | "protocol";

/** Says why the live connection ended for good, and hands over what was not saved. */
export function ClosedNotice() {
  const { closedBy, recovery } = useRoomState();
  const [isHidden, setHidden] = useState(false);
  const t = useTranslations("room");
  if (closedBy === null) return null;
  const reason = reasons[closedBy] ?? "protocol";
  return (
    <Dialog
      title={t(`closed.${reason}.title`)}
      isOpen={!isHidden}
      onOpenChange={(isOpen) => setHidden(!isOpen)}
      isAlert
      footer={
        <>
          <Button onPress={() => setHidden(true)}>{t("closed.stay")}</Button>
          <Button variant="primary" onPress={() => window.location.reload()}>
            {t("closed.reload")}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{t(`closed.${reason}.text`)}</p>
      {recovery ? <Recovery recovery={recovery} /> : null}
    </Dialog>
  );
}

function Recovery({ recovery }: { readonly recovery: RecoveryCopy }) {
  const t = useTranslations("room");
  const [isCopied, setCopied] = useState(false);
  const handleCopy = async () => setCopied(await copyText(recovery.text));
  return (
    <div className="mt-4 flex flex-col gap-2">
      <p className="font-medium">
        {t("closed.unsaved", { count: recovery.count })}
      </p>
      <textarea
        readOnly
        rows={6}
        value={recovery.text}
        aria-label={t("closed.unsaved", { count: recovery.count })}
        className="w-full resize-y rounded-md border border-line bg-sunken p-2 text-sm"
      />
      <div>
        <Button onPress={() => void handleCopy()}>
          {isCopied ? t("closed.copied") : t("closed.copy")}
        </Button>
      </div>
    </div>
  );
}
