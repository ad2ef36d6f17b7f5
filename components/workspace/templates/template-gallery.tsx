"use client";

import { useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import type { ReactNode } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { GalleryTemplate } from "@/lib/api/templates";
import { findTemplates, STAGE_COUNTS, templateId } from "./filter-templates";
import type { TemplateFilter } from "./filter-templates";
import { TemplatePicture } from "./template-picture";
import { TemplatePreview } from "./template-preview";

interface TemplateGalleryProps {
  readonly templates: readonly GalleryTemplate[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** What can be done to the chosen template besides beginning with it. */
  readonly tools: (template: GalleryTemplate) => ReactNode;
}

/** The templates as pictures to choose one from, and the chosen one large beside them. */
export function TemplateGallery(props: TemplateGalleryProps) {
  const { templates, value, onChange, tools } = props;
  const t = useTranslations("templates");
  const [filter, setFilter] = useState<TemplateFilter>({
    query: "",
    stages: "any",
    hidden: false,
  });
  const shown = findTemplates(templates, filter);
  const chosen = templates.find((template) => templateId(template) === value);
  return (
    <div className="flex flex-col gap-3">
      <Filters {...{ templates, filter }} onChange={setFilter} />
      <div className="grid gap-4 lg:grid-cols-[19rem_minmax(0,1fr)]">
        <RadioGroup
          value={value}
          onChange={onChange}
          className="flex min-w-0 flex-col gap-2"
        >
          <Label className="sr-only">{t("choose")}</Label>
          {shown.length === 0 ? (
            <NothingFound
              onClear={() => setFilter({ ...filter, query: "", stages: "any" })}
            />
          ) : null}
          {shown.map((template) => (
            <Fragment key={templateId(template)}>
              <Choice template={template} />
              {templateId(template) === value ? (
                <div className="lg:hidden">
                  <Chosen template={template} tools={tools} />
                </div>
              ) : null}
            </Fragment>
          ))}
        </RadioGroup>
        {chosen ? (
          <div className="sticky top-0 self-start max-lg:hidden">
            <Chosen template={chosen} tools={tools} />
          </div>
        ) : null}
      </div>
    </div>
  );
}

function Choice({ template }: { readonly template: GalleryTemplate }) {
  const t = useTranslations("templates");
  const { kind, name, summary, plan, locale } = template;
  const isHidden = kind === "built-in" && template.hidden;
  return (
    <Radio
      value={templateId(template)}
      className={cx(
        "grid cursor-pointer grid-cols-[5.5rem_minmax(0,1fr)] gap-3 rounded-lg border border-line-strong bg-surface p-2.5 text-left transition-colors duration-100",
        "hover:border-control data-selected:border-accent data-selected:bg-accent-tint data-selected:ring-1 data-selected:ring-accent",
        isHidden && "opacity-60",
      )}
    >
      <span className="self-start rounded-sm border border-line bg-paper p-1">
        <TemplatePicture plan={plan} />
      </span>
      <span className="min-w-0">
        <span
          className="block text-sm font-semibold wrap-anywhere hyphens-auto"
          lang={locale}
        >
          {name}
        </span>
        <span className="mt-0.5 line-clamp-2 text-xs text-ink-2" lang={locale}>
          {summary}
        </span>
        <span className="mt-1 block text-xs text-ink-3">
          {[
            kind === "saved" ? t("own") : null,
            isHidden ? t("isHidden") : null,
            t("shape", {
              stages: plan.stages.length,
              lanes: plan.lanes.length,
            }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
    </Radio>
  );
}

interface ChosenProps {
  readonly template: GalleryTemplate;
  readonly tools: TemplateGalleryProps["tools"];
}

function Chosen({ template, tools }: ChosenProps) {
  const t = useTranslations("templates");
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <div>
        <h3 className="text-sm font-semibold">{t("whatFor")}</h3>
        <p className="text-sm text-ink-2" lang={template.locale}>
          {template.summary || t("noDescription")}
        </p>
      </div>
      <TemplatePreview template={template} />
      <div className="-ml-2.5">{tools(template)}</div>
    </section>
  );
}

interface FiltersProps {
  readonly templates: readonly GalleryTemplate[];
  readonly filter: TemplateFilter;
  readonly onChange: (filter: TemplateFilter) => void;
}

function Filters({ templates, filter, onChange }: FiltersProps) {
  const t = useTranslations("templates");
  const hidden = templates.filter(
    (template) => template.kind === "built-in" && template.hidden,
  ).length;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        label={t("search")}
        value={filter.query}
        onChange={(query) => onChange({ ...filter, query })}
        className="min-w-44 flex-1 lg:max-w-76"
      />
      <Select
        label={t("stages.label")}
        isLabelHidden
        size="sm"
        options={STAGE_COUNTS.map((id) => ({ id, label: t(`stages.${id}`) }))}
        value={filter.stages}
        onChange={(stages) => onChange({ ...filter, stages })}
        className="w-56"
      />
      {hidden > 0 ? (
        <Switch
          isSelected={filter.hidden}
          onChange={(isOn) => onChange({ ...filter, hidden: isOn })}
        >
          {t("showHidden", { count: hidden })}
        </Switch>
      ) : null}
    </div>
  );
}

function NothingFound({ onClear }: { readonly onClear: () => void }) {
  const t = useTranslations("templates");
  return (
    <div className="flex flex-col items-start gap-2 rounded-lg border border-dashed border-line-strong p-4 text-sm text-ink-2">
      {t("nothing")}
      <Button size="sm" onPress={onClear}>
        {t("clear")}
      </Button>
    </div>
  );
}
