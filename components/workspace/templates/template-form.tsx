"use client";

import { useTranslations } from "next-intl";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";

export interface TemplateWords {
  readonly name: string;
  readonly description: string;
}

interface TemplateFieldsProps {
  readonly value: TemplateWords;
  readonly onChange: (value: TemplateWords) => void;
}

/** What a template is called and what it is for. */
export function TemplateFields({ value, onChange }: TemplateFieldsProps) {
  const t = useTranslations("templates.save");
  return (
    <>
      <TextField
        label={t("name")}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        maxLength={200}
        isRequired
        autoFocus
      />
      <TextArea
        label={t("description")}
        description={t("descriptionHint")}
        value={value.description}
        onChange={(description) => onChange({ ...value, description })}
        maxLength={1000}
        rows={3}
      />
    </>
  );
}
