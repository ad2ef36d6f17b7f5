"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "react-aria-components";
import { DateInput } from "@/components/touchpoint/fields/date-input";
import { Segmented } from "@/components/touchpoint/fields/segmented";
import { toWebAddress } from "@/components/touchpoint/attachments/web-address";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { EVIDENCE_ORIGINS, type EvidenceFields } from "@/lib/api/evidence";
import type { EvidenceDraft } from "./draft";
import { FigureFields } from "./figure-fields";
import { FileField } from "./file-field";
import type { EvidencePartProps, EvidencePlace } from "./types";

interface EvidenceFormProps extends EvidencePlace {
  readonly id: string;
  readonly draft: EvidenceDraft;
  /** The field that does not fit the others. */
  readonly wrong: keyof EvidenceFields | null;
  readonly onChange: (draft: EvidenceDraft) => void;
  readonly onSubmit: () => void;
}

/** Everything that can be said about one piece of evidence, what matters most first. */
export function EvidenceForm(props: EvidenceFormProps) {
  const { id, draft, wrong, onChange, onSubmit, about } = props;
  const t = useTranslations("evidence");
  const set = (change: Partial<EvidenceDraft>) =>
    onChange({ ...draft, ...change });
  const part = { draft, wrong, set };
  return (
    <Form
      id={id}
      validationBehavior="aria"
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        // Within a page that has forms of its own; only this one is meant.
        event.stopPropagation();
        onSubmit();
      }}
    >
      <Segmented
        label={t("kind.label")}
        value={draft.kind}
        onChange={(kind) => kind && set({ kind })}
        options={(["hard", "soft"] as const).map((kind) => ({
          id: kind,
          label: t(`kind.${kind}`),
        }))}
      />
      <Select
        label={t("origin.label")}
        value={draft.origin}
        onChange={(origin) => set({ origin })}
        options={EVIDENCE_ORIGINS.map((origin) => ({
          id: origin,
          label: t(`origin.${origin}`),
        }))}
      />
      <FigureFields {...part} />
      <TextArea
        label={t("field.quote")}
        description={t("hint.quote")}
        value={draft.quote}
        onChange={(quote) => set({ quote })}
        errorMessage={
          wrong === "value" && draft.measure === "words"
            ? t("wrong.nothing")
            : null
        }
        rows={2}
        maxLength={5_000}
      />
      {about.kind === "touchpoint" ? (
        <PersonaField {...part} personas={props.personas} />
      ) : null}
      <Source {...part} />
      <Proof {...props} {...part} />
      <TextArea
        label={t("field.note")}
        value={draft.note}
        onChange={(note) => set({ note })}
        rows={1}
        maxLength={5_000}
      />
    </Form>
  );
}

const EVERYBODY = "everybody";

function PersonaField({
  draft,
  set,
  personas,
}: EvidencePartProps & Pick<EvidencePlace, "personas">) {
  const t = useTranslations("evidence");
  return (
    <Select
      label={t("field.persona")}
      value={draft.personaId ?? EVERYBODY}
      onChange={(id) => set({ personaId: id === EVERYBODY ? null : id })}
      options={[
        { id: EVERYBODY, label: t("everybody") },
        ...personas.map(({ id, name }) => ({ id, label: name })),
      ]}
    />
  );
}

function Source({ draft, wrong, set }: EvidencePartProps) {
  const t = useTranslations("evidence");
  return (
    <>
      <TextField
        label={t("field.source")}
        placeholder={t("hint.source")}
        value={draft.source}
        onChange={(source) => set({ source })}
        maxLength={200}
      />
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        <DateInput
          label={t("field.heldOn")}
          value={draft.heldOn}
          onCommit={(heldOn) => heldOn && set({ heldOn })}
        />
        <DateInput
          label={t("field.heldFrom")}
          value={draft.heldFrom}
          onCommit={(heldFrom) => set({ heldFrom })}
        />
      </div>
      {wrong === "heldFrom" ? (
        <p role="alert" className="text-xs font-medium text-danger">
          {t("wrong.period")}
        </p>
      ) : null}
    </>
  );
}

/** A link, which is made an address when the field is left, and a file. */
function Proof(props: EvidenceFormProps & EvidencePartProps) {
  const { draft, set } = props;
  const t = useTranslations("evidence");
  const [typed, setTyped] = useState(draft.url ?? "");
  const url = toWebAddress(typed);
  const isWrong = typed.trim() !== "" && !url?.startsWith("http");
  return (
    <>
      <TextField
        label={t("field.url")}
        placeholder="https://"
        type="url"
        inputMode="url"
        value={typed}
        onChange={(next) => {
          setTyped(next);
          const address = toWebAddress(next);
          set({ url: address?.startsWith("http") ? address : null });
        }}
        errorMessage={isWrong ? t("wrong.url") : null}
      />
      {props.mayUpload ? <FileField {...props} /> : null}
    </>
  );
}
