"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { newId } from "@/components/room/new-id";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { showToast } from "@/components/ui/toast";
import { api } from "@/components/workspace/api-client";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import { useAction } from "@/components/workspace/use-action";
import type { VersionItem } from "@/lib/api/versions";
import { useVersionsPath } from "./use-versions";
import { useVersionTitle } from "./version-title";

interface RestoreDialogProps {
  readonly version: VersionItem;
  /** How many things of the map will change. */
  readonly count: number;
  readonly onClose: () => void;
  readonly onRestored: () => void;
}

/** Says what will happen before a map goes back, and that it can be taken back. */
export function RestoreDialog(props: RestoreDialogProps) {
  const { version, count, onClose, onRestored } = props;
  const t = useTranslations("history.restore");
  const titleOf = useVersionTitle();
  const path = useVersionsPath();
  const { problem, run } = useAction();
  const [idempotencyKey] = useState(newId);
  const restore = async () => {
    const result = await run(() =>
      api(`${path}/versions/${version.seq}/restore`, {
        method: "POST",
        idempotencyKey,
      }),
    );
    if (!result.ok) return false;
    showToast({ text: t("done"), tone: "success" });
    onRestored();
    return true;
  };
  return (
    <ConfirmDialog
      title={t("title", { name: titleOf(version) })}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      confirmLabel={t("confirm")}
      onConfirm={restore}
    >
      {problem ? <ProblemBanner problem={problem} /> : null}
      <p>{t("what", { count })}</p>
      <p>{t("typing")}</p>
      <p>{t("back")}</p>
    </ConfirmDialog>
  );
}
