"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import type { Named } from "@/lib/api/fields";
import type {
  StakeholderFields,
  StakeholderListItem,
} from "@/lib/api/stakeholders";
import { api } from "../api-client";
import { ConflictDialog, type ConflictField } from "../conflict-dialog";
import { ProblemBanner } from "../problem-banner";
import { useAction } from "../use-action";
import { useFinish } from "../use-finish";
import { useVersionedSave } from "../use-versioned-save";
import {
  emptyStakeholder,
  fieldsOf,
  StakeholderForm,
} from "./stakeholder-form";

interface StakeholderDialogProps {
  slug: string;
  /** The one to change; a new one when null. */
  stakeholder: StakeholderListItem | null;
  members: readonly Named[];
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Adds or changes a person or team. */
export function StakeholderDialog(props: StakeholderDialogProps) {
  const { stakeholder, isOpen, onOpenChange } = props;
  const t = useTranslations("stakeholders");
  const title = stakeholder ? t("edit") : t("new");
  const formId = useId();
  const [isPending, setPending] = useState(false);
  return (
    <FormDialog
      {...{ title, isOpen, onOpenChange }}
      formId={formId}
      isPending={isPending}
    >
      {stakeholder ? (
        <Change {...props} {...{ formId, setPending, stakeholder }} />
      ) : (
        <Create {...props} {...{ formId, setPending }} />
      )}
    </FormDialog>
  );
}

interface BodyProps extends StakeholderDialogProps {
  formId: string;
  setPending: (isPending: boolean) => void;
}

function Create({
  slug,
  members,
  onOpenChange,
  formId,
  setPending,
}: BodyProps) {
  const t = useTranslations("stakeholders.done");
  const finish = useFinish(onOpenChange);
  const [fields, setFields] = useState<StakeholderFields>(emptyStakeholder);
  const { problem, run } = useAction();
  const handleSubmit = async () => {
    setPending(true);
    const result = await run(() =>
      api(`/workspaces/${slug}/stakeholders`, { method: "POST", body: fields }),
    );
    setPending(false);
    if (result.ok) finish(t("created", { name: fields.name }));
  };
  return (
    <div className="flex flex-col gap-4">
      <ProblemBanner problem={problem} />
      <StakeholderForm
        id={formId}
        {...{ fields, members }}
        onChange={setFields}
        onSubmit={() => void handleSubmit()}
      />
    </div>
  );
}

function Change(props: BodyProps & { stakeholder: StakeholderListItem }) {
  const { slug, stakeholder, members, onOpenChange, formId, setPending } =
    props;
  const t = useTranslations("stakeholders");
  const finish = useFinish(onOpenChange);
  const [fields, setFields] = useState(() => fieldsOf(stakeholder));
  const [version, setVersion] = useState(stakeholder.version);
  const saving = useVersionedSave<
    Partial<StakeholderFields>,
    StakeholderListItem
  >(`/workspaces/${slug}/stakeholders/${stakeholder.id}`);

  const handleSave = async (seen: number) => {
    setPending(true);
    const result = await saving.save(fields, seen);
    setPending(false);
    if (result.ok) finish(t("done.saved", { name: fields.name }));
  };
  const { conflict } = saving;
  const differences = useDifferences(members);

  return (
    <div className="flex flex-col gap-4">
      <ProblemBanner problem={saving.problem} />
      <StakeholderForm
        id={formId}
        {...{ fields, members }}
        onChange={setFields}
        onSubmit={() => void handleSave(version)}
      />
      {conflict ? (
        <ConflictDialog
          isOpen
          title={t("conflict.title", { name: conflict.name })}
          fields={differences(fields, conflict)}
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

/** The fields that two versions of a stakeholder say differently, in words. */
function useDifferences(members: readonly Named[]) {
  const t = useTranslations("stakeholders");
  const words = (fields: StakeholderFields) => ({
    [t("field.name")]: fields.name,
    [t("kind.label")]: t(`kind.${fields.kind}`),
    [t("field.jobTitle")]: fields.jobTitle,
    [t("field.email")]: fields.email ?? "",
    [t("field.note")]: fields.note,
    [t("field.account")]:
      members.find(({ id }) => id === fields.userId)?.name ?? "",
  });
  return (
    mine: StakeholderFields,
    current: StakeholderListItem,
  ): ConflictField[] => {
    const theirs = words(fieldsOf(current));
    return Object.entries(words(mine))
      .map(([label, text]) => ({
        label,
        mine: text,
        theirs: theirs[label] ?? "",
      }))
      .filter((field) => field.mine !== field.theirs);
  };
}
