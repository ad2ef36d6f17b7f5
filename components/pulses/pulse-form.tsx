"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxGroup, Form, Label } from "react-aria-components";
import { useCatalogue } from "@/components/map/drawing/catalogue";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { api } from "@/components/workspace/api-client";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import { useAction } from "@/components/workspace/use-action";
import type { NewPulse, PulseInfo } from "@/lib/api/pulses";
import { LOCALES, type Locale } from "@/lib/i18n/config";
import {
  AUDIENCES,
  LEAST_ANSWERS,
  MOST_TOUCHPOINTS,
  type Audience,
} from "@/lib/pulse/terms";
import { momentsOf, type PulseDays } from "./days";
import { PulseWhen } from "./pulse-when";

interface PulseFormProps {
  readonly path: string;
  /** The touchpoint from which it is made. */
  readonly touchpointId: string | null;
  readonly onMade: (pulse: PulseInfo) => void;
  readonly onCancel: () => void;
}

const limits = ["5", "10", "20"] as const;
type Limit = (typeof limits)[number];
const everybody = "everybody";

/** Whom to ask about what, in which language and until when. */
export function PulseForm(props: PulseFormProps) {
  const { path, touchpointId, onMade, onCancel } = props;
  const t = useTranslations("pulses.form");
  const asLocale = useLocale() as Locale;
  const { isPending, problem, run } = useAction();
  const [name, setName] = useState("");
  const [audience, setAudience] = useState<Audience>("customers");
  const [personaId, setPersonaId] = useState(everybody);
  const [chosen, setChosen] = useState(touchpointId ? [touchpointId] : []);
  const [intro, setIntro] = useState("");
  const [language, setLanguage] = useState(asLocale);
  const [least, setLeast] = useState<Limit>(`${LEAST_ANSWERS}`);
  const [days, setDays] = useState<PulseDays>({
    opensOn: null,
    closesOn: null,
  });

  const save = async () => {
    const body: NewPulse = {
      name,
      audience,
      personaId: personaId === everybody ? null : personaId,
      touchpointIds: chosen,
      intro,
      locale: language,
      leastAnswers: Number(least),
      ...momentsOf(days),
    };
    const made = await run(() =>
      api<PulseInfo>(path, { method: "POST", body }),
    );
    if (made.ok) onMade(made.data);
  };
  const names = useTranslations("common.language");
  return (
    <Form
      aria-label={t("title")}
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ProblemBanner problem={problem} />
      <Select
        label={t("audience")}
        options={AUDIENCES.map((id) => ({ id, label: t(`audiences.${id}`) }))}
        value={audience}
        onChange={setAudience}
      />
      <TouchpointChoice {...{ chosen }} onChange={setChosen} />
      <PersonaSelect value={personaId} onChange={setPersonaId} />
      <TextField
        label={t("name")}
        description={t("nameHint")}
        value={name}
        onChange={setName}
        maxLength={100}
      />
      <TextArea
        label={t("intro")}
        description={t("introHint")}
        value={intro}
        onChange={setIntro}
        maxLength={500}
        rows={2}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={t("language")}
          options={LOCALES.map((id) => ({ id, label: names(id) }))}
          value={language}
          onChange={setLanguage}
        />
        <Select
          label={t("least")}
          description={t("leastHint")}
          options={limits.map((id) => ({
            id,
            label: t("leastOf", { count: Number(id) }),
          }))}
          value={least}
          onChange={setLeast}
        />
      </div>
      <PulseWhen {...{ days }} onChange={setDays} />
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          isPending={isPending}
          isDisabled={chosen.length === 0}
        >
          {t("submit")}
        </Button>
        <Button variant="quiet" onPress={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </Form>
  );
}

interface TouchpointChoiceProps {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** What is asked about, one after another in the order of the map. */
function TouchpointChoice({ chosen, onChange }: TouchpointChoiceProps) {
  const t = useTranslations("pulses.form");
  const stages = useJourneyMap((map) => map.stages);
  const all = stages.flatMap(({ touchpoints }) => touchpoints);
  const inOrder = (ids: readonly string[]) =>
    all.flatMap(({ id }) => (ids.includes(id) ? [id as string] : []));
  return (
    <CheckboxGroup
      value={[...chosen]}
      onChange={(ids) => onChange(inOrder(ids))}
      className="flex flex-col gap-1.5"
    >
      <Label className="text-sm font-medium">
        {t("touchpoints", { most: MOST_TOUCHPOINTS })}
      </Label>
      <div className="flex max-h-44 flex-col gap-1.5 overflow-y-auto rounded-md border border-line p-2.5">
        {all.map(({ id, title }) => (
          <Checkbox
            key={id}
            value={id}
            isDisabled={
              chosen.length >= MOST_TOUCHPOINTS && !chosen.includes(id)
            }
            className="pointer-coarse:min-h-11 pointer-coarse:items-center"
          >
            <span className="wrap-anywhere">{title || t("untitled")}</span>
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}

interface PersonaSelectProps {
  readonly value: string;
  readonly onChange: (personaId: string) => void;
}

function PersonaSelect({ value, onChange }: PersonaSelectProps) {
  const t = useTranslations("pulses.form");
  const { personaOf } = useCatalogue();
  const personas = useJourneyMap((map) => map.personas);
  return (
    <Select
      label={t("persona")}
      options={[
        { id: everybody, label: t("everybody") },
        ...personas.map((id) => ({
          id: id as string,
          label: personaOf(id)?.name ?? t("unknownPersona"),
        })),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
