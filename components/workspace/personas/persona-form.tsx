"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckboxGroup, Form, Label } from "react-aria-components";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { ChannelListItem } from "@/lib/api/channels";
import { personaSource, type PersonaFields } from "@/lib/api/personas";
import { ColourPicker } from "../colour-picker";
import { AttributeList } from "./attribute-list";
import { ChannelChoice } from "./channel-choice";
import {
  PERSONA_SECTIONS,
  SHORT_FIELDS,
  type PersonaSection,
} from "./persona-fields";
import { PictureField } from "./picture-field";

interface PersonaFormProps {
  id: string;
  fields: PersonaFields;
  onChange: (fields: PersonaFields) => void;
  channels: readonly ChannelListItem[];
  onSubmit: () => void;
}

const sections = Object.keys(PERSONA_SECTIONS) as PersonaSection[];

/** Everything that can be said about a persona; the lighter form asks for less. */
export function PersonaForm({
  id,
  fields,
  onChange,
  channels,
  onSubmit,
}: PersonaFormProps) {
  const t = useTranslations("personas");
  const set = (change: Partial<PersonaFields>) =>
    onChange({ ...fields, ...change });
  const isLight = fields.form === "customer-type";
  return (
    <Form
      id={id}
      className="flex flex-col gap-7"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Section title={t("section.who")}>
        <Identity fields={fields} set={set} />
      </Section>
      {sections.map((section) => (
        <Section key={section} title={t(`section.${section}`)}>
          {PERSONA_SECTIONS[section].map((field) =>
            SHORT_FIELDS.has(field) ? (
              isLight ? null : (
                <TextField
                  key={field}
                  label={t(`field.${field}`)}
                  placeholder={
                    field === "household"
                      ? t("hint.household")
                      : t("hint.residence")
                  }
                  value={fields[field]}
                  onChange={(value) => set({ [field]: value })}
                  maxLength={200}
                />
              )
            ) : (
              <TextArea
                key={field}
                rows={2}
                label={t(`field.${field}`)}
                value={fields[field]}
                onChange={(value) => set({ [field]: value })}
                maxLength={5000}
              />
            ),
          )}
          {section === "life" ? (
            <>
              <Select
                label={t("field.shopping")}
                options={(["online", "offline", "both"] as const).map(
                  (shopping) => ({
                    id: shopping,
                    label: t(`shopping.${shopping}`),
                  }),
                )}
                value={fields.shopping}
                onChange={(shopping) => set({ shopping })}
              />
              <ChannelChoice
                channels={channels}
                chosen={fields.favouriteChannels}
                onChange={(favouriteChannels) => set({ favouriteChannels })}
              />
            </>
          ) : null}
        </Section>
      ))}
      <Section title={t("section.source")}>
        <Sources fields={fields} set={set} />
      </Section>
      <Section title={t("section.more")}>
        <AttributeList
          attributes={fields.attributes}
          onChange={(attributes) => set({ attributes })}
        />
        <PictureField
          fields={fields}
          onChange={(pictureId) => set({ pictureId })}
        />
        <ColourPicker
          value={fields.colour}
          onChange={(colour) => set({ colour })}
        />
        <Checkbox
          isSelected={fields.draft}
          onChange={(draft) => set({ draft })}
        >
          {t("field.draft")}
        </Checkbox>
      </Section>
    </Form>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-3 w-full border-b border-line pb-1.5 text-base font-semibold">
        {title}
      </legend>
      {children}
    </fieldset>
  );
}

interface PartProps {
  fields: PersonaFields;
  set: (change: Partial<PersonaFields>) => void;
}

function Identity({ fields, set }: PartProps) {
  const t = useTranslations("personas");
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <TextField
          label={t("field.name")}
          placeholder={t("hint.name")}
          value={fields.name}
          onChange={(name) => set({ name })}
          isRequired
          maxLength={200}
          autoFocus
        />
        <Select
          label={t("form.label")}
          options={(["persona", "customer-type"] as const).map((form) => ({
            id: form,
            label: t(`form.${form}`),
          }))}
          description={
            fields.form === "customer-type" ? t("form.hint") : undefined
          }
          value={fields.form}
          onChange={(form) => set({ form })}
        />
      </div>
      <TextArea
        rows={2}
        label={t("field.summary")}
        placeholder={t("hint.summary")}
        value={fields.summary}
        onChange={(summary) => set({ summary })}
        maxLength={5000}
      />
    </>
  );
}

function Sources({ fields, set }: PartProps) {
  const t = useTranslations("personas");
  return (
    <>
      <CheckboxGroup
        value={fields.sources}
        onChange={(names) =>
          set({
            sources: personaSource.options.filter((source) =>
              names.includes(source),
            ),
          })
        }
        className="flex flex-col gap-1.5"
      >
        <Label className="text-sm font-medium">{t("field.sources")}</Label>
        <div className="flex flex-wrap gap-x-5 gap-y-1.5">
          {personaSource.options.map((source) => (
            <Checkbox key={source} value={source}>
              {t(`source.${source}`)}
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
      <TextArea
        rows={2}
        label={t("field.sourceNote")}
        value={fields.sourceNote}
        onChange={(sourceNote) => set({ sourceNote })}
        maxLength={5000}
      />
    </>
  );
}
