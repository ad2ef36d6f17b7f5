"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Form } from "react-aria-components";
import { FormDialog } from "@/components/ui/form-dialog";
import { api } from "../api-client";
import { ProblemBanner } from "../problem-banner";
import { useAction } from "../use-action";
import { TemplateFields } from "./template-form";

interface RenameTemplateDialogProps {
  readonly slug: string;
  readonly template: {
    readonly id: string;
    readonly name: string;
    readonly summary: string;
  };
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** Another name and description for a template of the team. */
export function RenameTemplateDialog(props: RenameTemplateDialogProps) {
  const { slug, template, onChanged, onClose } = props;
  const t = useTranslations("templates");
  const formId = useId();
  const action = useAction();
  const [words, setWords] = useState({
    name: template.name,
    description: template.summary,
  });
  const save = async () => {
    const path = `/workspaces/${slug}/templates/${template.id}`;
    const saved = await action.run(() =>
      api(path, { method: "PATCH", body: words }),
    );
    if (!saved.ok) return;
    onChanged();
    onClose();
  };
  return (
    <FormDialog
      title={t("renameTitle")}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      formId={formId}
      isPending={action.isPending}
    >
      <Form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          // The dialog stands inside another form, which would create a journey.
          event.stopPropagation();
          void save();
        }}
      >
        <ProblemBanner problem={action.problem} />
        <TemplateFields value={words} onChange={setWords} />
      </Form>
    </FormDialog>
  );
}
