"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ComboBox } from "@/components/ui/combo-box";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import { api } from "../api-client";
import { PasswordField } from "../auth/password-field";
import { ProblemBanner } from "../problem-banner";
import { useAction } from "../use-action";

interface DangerZoneProps {
  workspace: { slug: string; name: string };
  /** The members who could become owner. */
  others: readonly { userId: string; name: string }[];
}

/** What cannot be taken back; both ask for the password again. */
export function DangerZone(props: DangerZoneProps) {
  const t = useTranslations("settings.danger");
  const [open, setOpen] = useState<"transfer" | "delete" | null>(null);
  const close = (isOpen: boolean) => !isOpen && setOpen(null);
  return (
    <div className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
      <Row
        title={t("transfer")}
        text={t("transferText")}
        button={
          <Button onPress={() => setOpen("transfer")}>{t("transfer")}</Button>
        }
      />
      <Row
        title={t("delete")}
        text={t("deleteText", { name: props.workspace.name })}
        button={
          <Button variant="danger" onPress={() => setOpen("delete")}>
            {t("delete")}
          </Button>
        }
      />
      {open === "transfer" ? (
        <TransferDialog {...props} onOpenChange={close} />
      ) : null}
      {open === "delete" ? (
        <DeleteDialog {...props} onOpenChange={close} />
      ) : null}
    </div>
  );
}

interface RowProps {
  title: string;
  text: string;
  button: React.ReactNode;
}

function Row({ title, text, button }: RowProps) {
  return (
    <div className="flex flex-col gap-3 px-4 py-4 sm:flex-row sm:items-center sm:justify-between sm:gap-6">
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        <p className="text-sm text-ink-2 hyphens-auto">{text}</p>
      </div>
      {button}
    </div>
  );
}

interface DialogProps extends DangerZoneProps {
  onOpenChange: (isOpen: boolean) => void;
}

function TransferDialog({ workspace, others, onOpenChange }: DialogProps) {
  const t = useTranslations("settings.danger");
  const router = useRouter();
  const { problem, run } = useAction();
  const [userId, setUserId] = useState<string | null>(null);
  const [password, setPassword] = useState("");
  const handleConfirm = async () => {
    const path = `/workspaces/${workspace.slug}/transfer`;
    const result = await run(() =>
      api(path, { method: "POST", body: { userId, password } }),
    );
    if (!result.ok) return false;
    const name = others.find((member) => member.userId === userId)?.name ?? "";
    showToast({ text: t("transferred", { name }), tone: "success" });
    router.refresh();
    return true;
  };
  return (
    <ConfirmDialog
      isOpen
      title={t("transfer")}
      confirmLabel={t("transfer")}
      isConfirmDisabled={!userId || !password}
      onConfirm={handleConfirm}
      onOpenChange={onOpenChange}
    >
      <ProblemBanner problem={problem} />
      <p>{t("transferText")}</p>
      <ComboBox
        label={t("transferTo")}
        emptyText={t("transferEmpty")}
        options={others.map(({ userId: id, name }) => ({ id, label: name }))}
        value={userId}
        onChange={setUserId}
      />
      <PasswordField
        label={t("password")}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </ConfirmDialog>
  );
}

function DeleteDialog({ workspace, onOpenChange }: DialogProps) {
  const t = useTranslations("settings.danger");
  const { problem, run } = useAction();
  const [typed, setTyped] = useState("");
  const [password, setPassword] = useState("");
  const handleConfirm = async () => {
    const path = `/workspaces/${workspace.slug}`;
    const result = await run(() =>
      api(path, { method: "DELETE", body: { password } }),
    );
    if (result.ok) window.location.assign("/");
    return result.ok;
  };
  return (
    <ConfirmDialog
      isOpen
      isDanger
      title={t("delete")}
      confirmLabel={t("delete")}
      isConfirmDisabled={typed.trim() !== workspace.name || !password}
      onConfirm={handleConfirm}
      onOpenChange={onOpenChange}
    >
      <ProblemBanner problem={problem} />
      <p>{t("deleteText", { name: workspace.name })}</p>
      <TextField
        label={t("typeName", { name: workspace.name })}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
      />
      <PasswordField
        label={t("password")}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </ConfirmDialog>
  );
}
