"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import {
  CLOSE,
  ENDED_ON_PURPOSE,
  NOT_EDITOR,
  REFUSED_TOO_OFTEN,
  TOO_MANY_SOCKETS,
} from "@/lib/protocol/close-codes";
import { RecoveryView } from "./recovery-view";
import type { Closed } from "./room-state";
import { useRecovered } from "./use-room-state";

const reasons = {
  [CLOSE.identityGone]: "identityGone",
  [CLOSE.accessGone]: "accessGone",
  [CLOSE.notFound]: "notFound",
  [CLOSE.refused]: "refused",
  [CLOSE.otherEpoch]: "otherEpoch",
  [CLOSE.tooBig]: "tooBig",
  [CLOSE.roleChanged]: "roleChanged",
} as const;

/** Of one who is known and gets no seat: not every reason takes their access away. */
const accessReasons = {
  [TOO_MANY_SOCKETS]: "tooManyTabs",
  [REFUSED_TOO_OFTEN]: "refusedTooOften",
  [NOT_EDITOR]: "roleChanged",
} as const;

function reasonOf({ code, reason }: Closed) {
  if (code === CLOSE.identityGone && reason === ENDED_ON_PURPOSE)
    return "signedOut";
  if (code === CLOSE.accessGone && reason in accessReasons)
    return accessReasons[reason as keyof typeof accessReasons];
  return reasons[code as keyof typeof reasons] ?? "protocol";
}

interface ClosedDialogProps {
  readonly closed: Closed;
  readonly isOpen: boolean;
  readonly onHide: () => void;
}

/** Why the live connection ended for good, with what was not saved. */
export function ClosedDialog({ closed, isOpen, onHide }: ClosedDialogProps) {
  const t = useTranslations("room");
  const { list, count } = useRecovered();
  const reason = reasonOf(closed);
  const isAboutSession = closed.code === CLOSE.identityGone;
  const hasRecovered = list.length > 0;
  return (
    <Dialog
      title={t(`closed.${reason}.title`)}
      isOpen={isOpen}
      onOpenChange={onHide}
      isAlert
      size={hasRecovered ? "lg" : "md"}
      footer={
        <>
          <Button onPress={onHide}>{t("closed.stay")}</Button>
          <Button variant="primary" onPress={() => window.location.reload()}>
            {t(isAboutSession ? "closed.signIn" : "closed.reload")}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{t(`closed.${reason}.text`)}</p>
      {hasRecovered ? (
        <>
          <h3 className="mt-5 mb-2 font-semibold">
            {t("recovery.title", { count })}
          </h3>
          <RecoveryView list={list} />
        </>
      ) : null}
    </Dialog>
  );
}
