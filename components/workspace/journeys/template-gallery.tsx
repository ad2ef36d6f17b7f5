"use client";

import { useTranslations } from "next-intl";
import { Label, Radio, RadioGroup } from "react-aria-components";
import { cx } from "@/components/ui/cx";
import { TemplatePicture } from "./template-picture";
import type { ListedTemplate } from "./types";

interface TemplateGalleryProps {
  templates: readonly ListedTemplate[];
  value: string;
  onChange: (key: string) => void;
}

/** The templates as pictures to choose one from. */
export function TemplateGallery({
  templates,
  value,
  onChange,
}: TemplateGalleryProps) {
  const t = useTranslations("journeys.create");
  return (
    <RadioGroup
      value={value}
      onChange={onChange}
      className="flex flex-col gap-2"
    >
      <Label className="text-sm font-medium">{t("start")}</Label>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {templates.map((template) => (
          <Radio
            key={template.key}
            value={template.key}
            className={cx(
              "flex cursor-pointer flex-col rounded-lg border border-line-strong bg-surface p-3 text-left transition-colors duration-100",
              "hover:border-control data-selected:border-accent data-selected:bg-accent-tint data-selected:ring-1 data-selected:ring-accent",
            )}
          >
            <TemplatePicture template={template} />
            <span className="mt-3 text-sm font-semibold">{template.name}</span>
            <span className="mt-0.5 text-xs text-ink-2">
              {template.summary}
            </span>
            <span className="mt-auto pt-2 text-xs text-ink-3">
              {t("shape", {
                stages: template.stages.length,
                lanes: template.lanes.length,
              })}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
