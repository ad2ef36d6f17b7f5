"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Form, Label, Radio, RadioGroup } from "react-aria-components";
import { FormDialog } from "@/components/ui/form-dialog";
import { showToast } from "@/components/ui/toast";
import { api } from "../api-client";
import { ProblemBanner } from "../problem-banner";
import { useAction } from "../use-action";
import { TemplateFields } from "./template-form";

interface SaveTemplateDialogProps {
  readonly slug: string;
  readonly journey: { readonly id: string; readonly title: string };
  readonly onClose: () => void;
}

const KEEPS = ["texts", "structure"] as const;

/** Keeps a map as a template for everybody in the workspace. */
export function SaveTemplateDialog(props: SaveTemplateDialogProps) {
  const { slug, journey, onClose } = props;
  const t = useTranslations("templates.save");
  const formId = useId();
  const action = useAction();
  const [words, setWords] = useState({ name: journey.title, description: "" });
  const [keep, setKeep] = useState<string>("texts");
  const save = async () => {
    const body = { journeyId: journey.id, ...words, keep };
    const saved = await action.run(() =>
      api(`/workspaces/${slug}/templates`, { method: "POST", body }),
    );
    if (!saved.ok) return;
    onClose();
    showToast({ text: t("done", { name: words.name }), tone: "success" });
  };
  return (
    <FormDialog
      title={t("title")}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      formId={formId}
      isPending={action.isPending}
      submitLabel={t("submit")}
    >
      <Form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ProblemBanner problem={action.problem} />
        <TemplateFields value={words} onChange={setWords} />
        <RadioGroup
          value={keep}
          onChange={setKeep}
          className="flex flex-col gap-2"
        >
          <Label className="text-sm font-medium">{t("keep")}</Label>
          {KEEPS.map((id) => (
            <Radio
              key={id}
              value={id}
              className="cursor-pointer rounded-md border border-line-strong bg-surface px-3 py-2 hover:border-control data-selected:border-accent data-selected:bg-accent-tint"
            >
              <span className="block text-sm font-medium">
                {t(`${id}.name`)}
              </span>
              <span className="block text-xs text-ink-2">
                {t(`${id}.hint`)}
              </span>
            </Radio>
          ))}
        </RadioGroup>
        <p className="text-xs text-ink-2">{t("without")}</p>
      </Form>
    </FormDialog>
  );
}
