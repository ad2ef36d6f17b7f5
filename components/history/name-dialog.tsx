"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "react-aria-components";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextField } from "@/components/ui/text-field";
import { api } from "@/components/workspace/api-client";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import { useAction } from "@/components/workspace/use-action";
import type { VersionItem } from "@/lib/api/versions";
import { useVersionsPath } from "./use-versions";

interface NameDialogProps {
  readonly version: VersionItem;
  readonly onClose: () => void;
}

const MOST_CHARACTERS = 120;

/** Gives a version a name, or takes it away; what has a name is kept for ever. */
export function NameDialog({ version, onClose }: NameDialogProps) {
  const t = useTranslations("history");
  const path = useVersionsPath();
  const [name, setName] = useState(version.name ?? "");
  const { isPending, problem, run } = useAction();
  const save = async () => {
    const words = name.trim();
    const body = { name: words === "" ? null : words };
    const result = await run(() =>
      api(`${path}/versions/${version.seq}`, { method: "PATCH", body }),
    );
    if (result.ok) onClose();
  };
  return (
    <FormDialog
      title={t("name.title")}
      size="sm"
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      formId="name-version"
      isPending={isPending}
    >
      <Form
        id="name-version"
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {problem ? <ProblemBanner problem={problem} /> : null}
        <TextField
          label={t("name.label")}
          description={t("name.hint")}
          value={name}
          onChange={setName}
          maxLength={MOST_CHARACTERS}
          autoFocus
        />
      </Form>
    </FormDialog>
  );
}
