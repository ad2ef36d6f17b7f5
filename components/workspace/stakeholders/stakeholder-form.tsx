"use client";

import { useTranslations } from "next-intl";
import { Form } from "react-aria-components";
import { ComboBox } from "@/components/ui/combo-box";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { Named } from "@/lib/api/fields";
import type {
  StakeholderFields,
  StakeholderListItem,
} from "@/lib/api/stakeholders";
import { ColourPicker } from "../colour-picker";

export const emptyStakeholder: StakeholderFields = {
  kind: "person",
  name: "",
  email: null,
  jobTitle: "",
  note: "",
  colour: "blue",
  userId: null,
};

/** What of a stakeholder is written in the form. */
export function fieldsOf(row: StakeholderListItem): StakeholderFields {
  const { kind, name, jobTitle, note, colour, email, member } = row;
  return {
    kind,
    name,
    jobTitle,
    note,
    colour,
    email: email ?? null,
    userId: member?.id ?? null,
  };
}

interface StakeholderFormProps {
  id: string;
  fields: StakeholderFields;
  onChange: (fields: StakeholderFields) => void;
  members: readonly Named[];
  onSubmit: () => void;
}

/** Everything that can be said about a person or team. */
export function StakeholderForm({
  id,
  fields,
  onChange,
  members,
  onSubmit,
}: StakeholderFormProps) {
  const t = useTranslations("stakeholders");
  const set = (change: Partial<StakeholderFields>) =>
    onChange({ ...fields, ...change });
  const isPerson = fields.kind === "person";
  return (
    <Form
      id={id}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <TextField
          label={t("field.name")}
          value={fields.name}
          onChange={(name) => set({ name })}
          isRequired
          maxLength={200}
          autoFocus
        />
        <Select
          label={t("kind.label")}
          options={(["person", "team"] as const).map((kind) => ({
            id: kind,
            label: t(`kind.${kind}`),
          }))}
          value={fields.kind}
          onChange={(kind) =>
            set({ kind, userId: kind === "team" ? null : fields.userId })
          }
        />
      </div>
      <TextField
        label={t("field.jobTitle")}
        value={fields.jobTitle}
        onChange={(jobTitle) => set({ jobTitle })}
        maxLength={200}
      />
      <TextField
        type="email"
        label={t("field.email")}
        description={t("field.emailHint")}
        value={fields.email ?? ""}
        onChange={(email) => set({ email: email.trim() || null })}
        maxLength={254}
      />
      {isPerson ? (
        <ComboBox
          label={t("field.account")}
          description={t("field.accountHint")}
          placeholder={t("field.noAccount")}
          emptyText={t("field.noAccount")}
          options={members.map((member) => ({
            id: member.id,
            label: member.name,
          }))}
          value={fields.userId}
          onChange={(userId) => set({ userId })}
        />
      ) : null}
      <TextArea
        label={t("field.note")}
        value={fields.note}
        onChange={(note) => set({ note })}
        maxLength={5000}
      />
      <ColourPicker
        value={fields.colour}
        onChange={(colour) => set({ colour })}
      />
    </Form>
  );
}
