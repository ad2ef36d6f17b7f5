"use client";

import { useNow, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { showToast } from "@/components/ui/toast";
import { api } from "@/components/workspace/api-client";
import { ConflictDialog } from "@/components/workspace/conflict-dialog";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import { useAction } from "@/components/workspace/use-action";
import {
  contradictionIn,
  type EvidenceFields,
  type EvidenceItem,
} from "@/lib/api/evidence";
import { draftOf, emptyDraft, fieldsOf, type EvidenceDraft } from "./draft";
import { EvidenceForm } from "./evidence-form";
import type { EvidencePlace } from "./types";
import { useDifferences } from "./use-differences";

interface EvidenceDialogProps extends EvidencePlace {
  /** The piece to change; a new one when null. */
  readonly item: EvidenceItem | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Writes down what somebody knows, or corrects it. */
export function EvidenceDialog(props: EvidenceDialogProps) {
  const { item, onClose } = props;
  const t = useTranslations("evidence");
  const formId = useId();
  const writing = useWriting(props);
  const { draft, setDraft, wrong, saving, conflict } = writing;
  return (
    <FormDialog
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={t(item ? "edit" : "add")}
      formId={formId}
      isPending={saving.isPending}
    >
      <div className="flex flex-col gap-4">
        <ProblemBanner problem={saving.problem} />
        <EvidenceForm
          {...props}
          id={formId}
          {...{ draft, wrong }}
          onChange={setDraft}
          onSubmit={() => void writing.save()}
        />
        {conflict ? <Conflict {...{ writing, conflict }} /> : null}
      </div>
    </FormDialog>
  );
}

/** A draft, what is wrong with it, and the way to store it without writing over what a colleague wrote meanwhile. */
function useWriting(props: EvidenceDialogProps) {
  const { slug, about, item, onClose, onSaved } = props;
  const t = useTranslations("evidence");
  const today = useNow().toISOString().slice(0, 10);
  const [draft, setDraft] = useState<EvidenceDraft>(() =>
    item ? draftOf(item) : emptyDraft(today),
  );
  const [wrong, setWrong] = useState<keyof EvidenceFields | null>(null);
  const [conflict, setConflict] = useState<EvidenceItem | null>(null);
  const [version, setVersion] = useState(item?.version ?? 0);
  const saving = useAction();
  const base = `/workspaces/${encodeURIComponent(slug)}/evidence`;

  const send = (fields: EvidenceFields, seen: number) => {
    const body =
      about.kind === "touchpoint"
        ? { ...fields, personaId: draft.personaId }
        : fields;
    if (item)
      return api<EvidenceItem>(`${base}/${item.id}`, {
        method: "PATCH",
        body,
        ifMatch: seen,
      });
    const { kind: _kind, ...place } = about;
    return api<EvidenceItem>(base, {
      method: "POST",
      body: { ...body, ...place },
    });
  };
  const save = async (seen = version) => {
    const fields = fieldsOf(draft);
    const path = mistakeIn(draft, fields);
    setWrong(path);
    if (path) return;
    const answer = await saving.run(() => send(fields, seen));
    if (answer.ok) {
      onSaved();
      onClose();
      showToast({ text: t(item ? "saved" : "added"), tone: "success" });
    } else if (answer.problem.code === "version_conflict") {
      setConflict(answer.problem.current as EvidenceItem);
      saving.reset();
    }
  };
  const takeTheirs = (theirs: EvidenceItem) => {
    setDraft(draftOf(theirs));
    setVersion(theirs.version);
    setConflict(null);
  };
  const forget = () => setConflict(null);
  return { draft, setDraft, wrong, saving, conflict, save, takeTheirs, forget };
}

/** What the server would refuse, found before it is asked. */
function mistakeIn(
  { measure, value, ownLow, ownHigh }: EvidenceDraft,
  fields: EvidenceFields,
): keyof EvidenceFields | null {
  if (measure !== "words" && value === null) return "value";
  if (measure === "own" && (ownLow === null || ownHigh === null))
    return "scale";
  return contradictionIn(fields);
}

interface ConflictProps {
  readonly writing: ReturnType<typeof useWriting>;
  readonly conflict: EvidenceItem;
}

/** A colleague was faster: both versions side by side. */
function Conflict({ writing, conflict }: ConflictProps) {
  const t = useTranslations("evidence");
  const differences = useDifferences();
  return (
    <ConflictDialog
      isOpen
      title={t("conflict")}
      fields={differences(fieldsOf(writing.draft), fieldsOf(draftOf(conflict)))}
      isPending={writing.saving.isPending}
      onKeepMine={() => {
        writing.forget();
        void writing.save(conflict.version);
      }}
      onTakeTheirs={() => writing.takeTheirs(conflict)}
      onOpenChange={writing.forget}
    />
  );
}
