"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import type { ChannelListItem } from "@/lib/api/channels";
import type { PersonaDetail, PersonaFields } from "@/lib/api/personas";
import { api } from "../api-client";
import { ConflictDialog } from "../conflict-dialog";
import { ProblemBanner } from "../problem-banner";
import { useAction } from "../use-action";
import { useFinish } from "../use-finish";
import { useVersionedSave } from "../use-versioned-save";
import { emptyPersona, fieldsOf, toBody } from "./persona-fields";
import { PersonaForm } from "./persona-form";
import { usePersonaWords } from "./use-persona-words";

interface PersonaDialogProps {
  slug: string;
  /** The one to change; a new one when null. */
  persona: PersonaDetail | null;
  channels: readonly ChannelListItem[];
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Makes or changes a persona. */
export function PersonaDialog(props: PersonaDialogProps) {
  const { persona, isOpen, onOpenChange } = props;
  const t = useTranslations("personas");
  const formId = useId();
  const [isPending, setPending] = useState(false);
  return (
    <FormDialog
      title={persona ? persona.name || t("untitled") : t("new")}
      size="lg"
      {...{ isOpen, onOpenChange }}
      formId={formId}
      isPending={isPending}
    >
      {persona ? (
        <Change {...props} {...{ formId, setPending, persona }} />
      ) : (
        <Create {...props} {...{ formId, setPending }} />
      )}
    </FormDialog>
  );
}

interface BodyProps extends PersonaDialogProps {
  formId: string;
  setPending: (isPending: boolean) => void;
}

function Create({
  slug,
  channels,
  onOpenChange,
  formId,
  setPending,
}: BodyProps) {
  const t = useTranslations("personas.done");
  const finish = useFinish(onOpenChange);
  const [fields, setFields] = useState<PersonaFields>(emptyPersona);
  const { problem, run } = useAction();
  const handleSubmit = async () => {
    setPending(true);
    const body = toBody(fields);
    const result = await run(() =>
      api(`/workspaces/${slug}/personas`, { method: "POST", body }),
    );
    setPending(false);
    if (result.ok) finish(t("created", { name: body.name }));
  };
  return (
    <div className="flex flex-col gap-4">
      <ProblemBanner problem={problem} />
      <PersonaForm
        id={formId}
        {...{ fields, channels }}
        onChange={setFields}
        onSubmit={() => void handleSubmit()}
      />
    </div>
  );
}

function Change(props: BodyProps & { persona: PersonaDetail }) {
  const { slug, persona, channels, onOpenChange, formId, setPending } = props;
  const t = useTranslations("personas");
  const finish = useFinish(onOpenChange);
  const [fields, setFields] = useState(() => fieldsOf(persona));
  const [version, setVersion] = useState(persona.version);
  const { differences } = usePersonaWords(channels);
  const saving = useVersionedSave<PersonaFields, PersonaDetail>(
    `/workspaces/${slug}/personas/${persona.id}`,
  );
  const { conflict } = saving;

  const handleSave = async (seen: number) => {
    setPending(true);
    const body = toBody(fields);
    const result = await saving.save(body, seen);
    setPending(false);
    if (result.ok) finish(t("done.saved", { name: body.name }));
  };

  return (
    <div className="flex flex-col gap-4">
      <ProblemBanner problem={saving.problem} />
      <PersonaForm
        id={formId}
        {...{ fields, channels }}
        onChange={setFields}
        onSubmit={() => void handleSave(version)}
      />
      {conflict ? (
        <ConflictDialog
          isOpen
          title={t("conflict.title", { name: conflict.name })}
          fields={differences(toBody(fields), fieldsOf(conflict))}
          isPending={saving.isPending}
          onKeepMine={() => void handleSave(conflict.version)}
          onTakeTheirs={() => {
            setFields(fieldsOf(conflict));
            setVersion(conflict.version);
            saving.forget();
          }}
          onOpenChange={() => saving.forget()}
        />
      ) : null}
    </div>
  );
}
