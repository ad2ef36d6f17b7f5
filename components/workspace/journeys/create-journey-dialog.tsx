"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { LOCALES, type Locale } from "@/lib/i18n/config";
import { api } from "../api-client";
import { ProblemBanner } from "../problem-banner";
import { useAction } from "../use-action";
import { TemplateGallery } from "./template-gallery";
import type { ListedTemplate } from "./types";

interface CreateJourneyDialogProps {
  slug: string;
  templates: readonly ListedTemplate[];
  personas: readonly { id: string; name: string }[];
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

const newPersona = "new";

/** Title, persona and template of a new journey; then leads onto its map. */
export function CreateJourneyDialog(props: CreateJourneyDialogProps) {
  const { isOpen, onOpenChange } = props;
  const t = useTranslations("journeys.create");
  const common = useTranslations("common");
  const formId = useId();
  const action = useAction();
  return (
    <Dialog
      title={t("title")}
      size="xl"
      {...{ isOpen, onOpenChange }}
      footer={
        <>
          <Button onPress={() => onOpenChange(false)}>
            {common("cancel")}
          </Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            isPending={action.isPending}
          >
            {t("submit")}
          </Button>
        </>
      }
    >
      <CreateJourneyForm {...props} formId={formId} action={action} />
    </Dialog>
  );
}

interface FormProps extends CreateJourneyDialogProps {
  formId: string;
  action: ReturnType<typeof useAction>;
}

function CreateJourneyForm({
  slug,
  templates,
  personas,
  formId,
  action,
}: FormProps) {
  const t = useTranslations("journeys.create");
  const languages = useTranslations("common.language");
  const router = useRouter();
  const [title, setTitle] = useState("");
  const [persona, setPersona] = useState(personas[0]?.id ?? newPersona);
  const [locale, setLocale] = useState<Locale>(useLocale());
  const [template, setTemplate] = useState(templates[0]?.key ?? "blank");

  const handleSubmit = async () => {
    const source =
      template === "blank"
        ? { kind: "blank" }
        : { kind: "template", key: template };
    const body = {
      source,
      locale,
      ...(title.trim() && { title: title.trim() }),
      ...(persona !== newPersona && { personaId: persona }),
    };
    const result = await action.run(() =>
      api<{ id: string }>(`/workspaces/${slug}/journeys`, {
        method: "POST",
        body,
      }),
    );
    if (result.ok) router.push(`/w/${slug}/journeys/${result.data.id}`);
  };

  return (
    <Form
      id={formId}
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void handleSubmit();
      }}
    >
      <ProblemBanner problem={action.problem} />
      <div className="grid gap-4 sm:grid-cols-[2fr_1.4fr_1fr]">
        <TextField
          label={t("name")}
          placeholder={t("namePlaceholder")}
          value={title}
          onChange={setTitle}
          maxLength={200}
          autoFocus
        />
        <Select
          label={t("persona")}
          options={[
            ...personas.map(({ id, name }) => ({ id, label: name })),
            { id: newPersona, label: t("newPersona") },
          ]}
          value={persona}
          onChange={setPersona}
        />
        <Select
          label={t("language")}
          options={LOCALES.map((id) => ({ id, label: languages(id) }))}
          value={locale}
          onChange={setLocale}
        />
      </div>
      <TemplateGallery
        templates={templates}
        value={template}
        onChange={setTemplate}
      />
    </Form>
  );
}
