"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** One field that two people wrote differently, already as words. */
export interface ConflictField {
  label: string;
  mine: string;
  theirs: string;
}

interface ConflictDialogProps {
  title: string;
  fields: readonly ConflictField[];
  isOpen: boolean;
  isPending: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onOpenChange: (isOpen: boolean) => void;
}

/** Two people changed one record: shows both versions and lets the second one choose. */
export function ConflictDialog(props: ConflictDialogProps) {
  const {
    title,
    fields,
    isOpen,
    isPending,
    onKeepMine,
    onTakeTheirs,
    onOpenChange,
  } = props;
  const t = useTranslations("common.conflict");
  return (
    <Dialog
      isAlert
      size="lg"
      {...{ title, isOpen, onOpenChange }}
      footer={
        <>
          <Button onPress={onTakeTheirs}>{t("takeTheirs")}</Button>
          <Button variant="primary" isPending={isPending} onPress={onKeepMine}>
            {t("keepMine")}
          </Button>
        </>
      }
    >
      <p className="mb-4 text-ink-2">
        {fields.length > 0 ? t("text") : t("same")}
      </p>
      <dl className="flex flex-col gap-4">
        {fields.map((field) => (
          <div key={field.label}>
            <dt className="mb-1.5 text-sm font-semibold">{field.label}</dt>
            <dd className="grid gap-2 sm:grid-cols-2">
              <Version label={t("mine")} text={field.mine} />
              <Version label={t("theirs")} text={field.theirs} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function Version({ label, text }: { label: string; text: string }) {
  const t = useTranslations("common.conflict");
  return (
    <div className="rounded-md border border-line bg-surface px-3 py-2">
      <p className="text-xs text-ink-3">{label}</p>
      <p className="text-sm hyphens-auto whitespace-pre-line">
        {text || t("empty")}
      </p>
    </div>
  );
}
