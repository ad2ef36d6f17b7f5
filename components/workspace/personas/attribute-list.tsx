"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { TextField } from "@/components/ui/text-field";
import type { PersonaFields } from "@/lib/api/personas";

type Attributes = PersonaFields["attributes"];

const most = 30;

interface AttributeListProps {
  attributes: Attributes;
  onChange: (attributes: Attributes) => void;
}

/** Free attributes of a persona, each a name and a value. */
export function AttributeList({ attributes, onChange }: AttributeListProps) {
  const t = useTranslations("personas");
  const setAt = (at: number, change: Partial<Attributes[number]>) =>
    onChange(
      attributes.map((one, index) =>
        index === at ? { ...one, ...change } : one,
      ),
    );
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm font-medium">{t("field.attributes")}</p>
      {attributes.map((attribute, at) => (
        <div key={at} className="flex items-end gap-2">
          <TextField
            label={t("field.attributeName")}
            isLabelHidden={at > 0}
            value={attribute.name}
            onChange={(name) => setAt(at, { name })}
            maxLength={200}
            className="w-2/5"
          />
          <TextField
            label={t("field.attributeValue")}
            isLabelHidden={at > 0}
            value={attribute.value}
            onChange={(value) => setAt(at, { value })}
            maxLength={5000}
            className="flex-1"
          />
          <IconButton
            label={t("removeAttribute", { name: attribute.name })}
            onPress={() =>
              onChange(attributes.filter((_, index) => index !== at))
            }
          >
            <X aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      {attributes.length < most ? (
        <Button
          size="sm"
          variant="quiet"
          className="self-start"
          onPress={() => onChange([...attributes, { name: "", value: "" }])}
        >
          <Plus aria-hidden="true" />
          {t("addAttribute")}
        </Button>
      ) : null}
    </div>
  );
}
