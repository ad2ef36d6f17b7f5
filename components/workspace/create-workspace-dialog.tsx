"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { LOCALES, type Locale } from "@/lib/i18n/config";
import { api } from "./api-client";
import { ProblemBanner } from "./problem-banner";
import { useAction } from "./use-action";

interface CreateWorkspaceDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Asks for the name of a new workspace and leads into it. */
export function CreateWorkspaceDialog({
  isOpen,
  onOpenChange,
}: CreateWorkspaceDialogProps) {
  const t = useTranslations("workspace.create");
  const common = useTranslations("common");
  return (
    <Dialog title={t("title")} size="sm" {...{ isOpen, onOpenChange }}>
      <p className="mb-4 text-ink-2">{t("text")}</p>
      <CreateWorkspaceForm>
        <Button onPress={() => onOpenChange(false)}>{common("cancel")}</Button>
      </CreateWorkspaceForm>
    </Dialog>
  );
}

/** The form alone, for the dialog and for people who are in no workspace yet. */
export function CreateWorkspaceForm({
  children,
}: {
  children?: React.ReactNode;
}) {
  const t = useTranslations("workspace.create");
  const common = useTranslations("common.language");
  const router = useRouter();
  const [name, setName] = useState("");
  const [locale, setLocale] = useState<Locale>(useLocale());
  const { isPending, problem, run } = useAction();

  const handleSubmit = async () => {
    const result = await run(() =>
      api<{ slug: string }>("/workspaces", {
        method: "POST",
        body: { name: name.trim(), locale },
      }),
    );
    if (result.ok) router.push(`/w/${result.data.slug}/journeys`);
  };

  return (
    <Form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void handleSubmit();
      }}
    >
      <ProblemBanner problem={problem} />
      <TextField
        label={t("name")}
        placeholder={t("namePlaceholder")}
        value={name}
        onChange={setName}
        isRequired
        maxLength={80}
        autoFocus
      />
      <Select
        label={t("language")}
        options={LOCALES.map((id) => ({ id, label: common(id) }))}
        value={locale}
        onChange={setLocale}
      />
      <div className="flex justify-end gap-2 pt-1">
        {children}
        <Button
          type="submit"
          variant="primary"
          isPending={isPending}
          isDisabled={!name.trim()}
        >
          {t("submit")}
        </Button>
      </div>
    </Form>
  );
}
