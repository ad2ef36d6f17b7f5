"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { KeyboardEvent } from "react";
import { Form } from "react-aria-components";
import { FormDialog } from "@/components/ui/form-dialog";
import { Select } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";
import { TextField } from "@/components/ui/text-field";
import { useGoTo } from "@/components/ui/use-go-to";
import { LOCALES, type Locale } from "@/lib/i18n/config";
import { api } from "../api-client";
import { ProblemBanner } from "../problem-banner";
import { useAction } from "../use-action";
import { templateId } from "../templates/filter-templates";
import { TemplateGallery } from "../templates/template-gallery";
import { TemplateTools } from "../templates/template-tools";
import { useGallery } from "../templates/use-gallery";

interface CreateJourneyDialogProps {
  slug: string;
  mayHide: boolean;
  personas: readonly { id: string; name: string }[];
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

const newPersona = "new";

/** Enter on a template begins with it, as Enter in any other field does; React Aria keeps it from the form. */
function beginWithChosen(event: KeyboardEvent): void {
  const { target, key } = event;
  if (key !== "Enter" || !(target instanceof HTMLInputElement)) return;
  if (target.type !== "radio") return;
  event.preventDefault();
  target.form?.requestSubmit();
}

/** Title, persona and template of a new journey; then leads onto its map. */
export function CreateJourneyDialog(props: CreateJourneyDialogProps) {
  const { isOpen, onOpenChange } = props;
  const t = useTranslations("journeys.create");
  const formId = useId();
  const action = useAction();
  return (
    <FormDialog
      title={t("title")}
      size="xl"
      {...{ isOpen, onOpenChange }}
      formId={formId}
      isPending={action.isPending}
      submitLabel={t("submit")}
    >
      <CreateJourneyForm {...props} formId={formId} action={action} />
    </FormDialog>
  );
}

interface FormProps extends CreateJourneyDialogProps {
  formId: string;
  action: ReturnType<typeof useAction>;
}

function CreateJourneyForm({
  slug,
  mayHide,
  personas,
  formId,
  action,
}: FormProps) {
  const t = useTranslations("journeys.create");
  const languages = useTranslations("common.language");
  const goTo = useGoTo();
  const [title, setTitle] = useState("");
  const [persona, setPersona] = useState(personas[0]?.id ?? newPersona);
  const [locale, setLocale] = useState<Locale>(useLocale());
  const gallery = useGallery(slug, locale);
  const templates = gallery.templates ?? [];
  const shown = templates.filter((one) => one.kind === "saved" || !one.hidden);
  const [wanted, setTemplate] = useState("");
  // What somebody chose may have been deleted or hidden since.
  const chosen =
    templates.find((one) => templateId(one) === wanted) ?? shown[0];

  const handleSubmit = async () => {
    if (!chosen || action.isPending) return;
    const source =
      chosen.kind === "saved"
        ? { kind: "saved-template", templateId: chosen.id }
        : { kind: "template", key: chosen.key };
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
    if (result.ok) goTo(`/w/${slug}/journeys/${result.data.id}`);
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
      <ProblemBanner problem={action.problem ?? gallery.problem} />
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
      {chosen ? (
        <div role="presentation" onKeyDownCapture={beginWithChosen}>
          <TemplateGallery
            templates={templates}
            value={templateId(chosen)}
            onChange={setTemplate}
            tools={(template) => (
              <TemplateTools
                {...{ slug, template, mayHide }}
                onChanged={gallery.reload}
              />
            )}
          />
        </div>
      ) : (
        <p className="flex min-h-40 items-center justify-center gap-2 text-sm text-ink-2">
          {gallery.problem ? null : (
            <>
              <Spinner />
              {t("loading")}
            </>
          )}
        </p>
      )}
    </Form>
  );
}
