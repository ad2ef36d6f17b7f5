"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { channelChoice, stakeholderChoice } from "@/components/room/choices";
import { useLibrary } from "@/components/room/library";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCreateRow } from "@/components/touchpoint/use-create-row";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { fillCells, previewFill } from "@/lib/journey/fill-cells";
import type { FillOutcome } from "@/lib/journey/fill-cells";
import { fillArgs, fillsOf, withHoped } from "../clipboard/paste-plan";
import type { NameBook, PastePlan, UnknownName } from "../clipboard/paste-plan";
import { useCatalogue } from "../drawing/catalogue";
import { speak } from "../grid/speak";

interface PasteDialogProps {
  readonly plan: PastePlan;
  readonly onClose: () => void;
}

/** Says what a paste would change besides filling empty cells, and asks once. */
export function PasteDialog({ plan, onClose }: PasteDialogProps) {
  const t = useTranslations("map");
  const map = useJourneyMap((whole) => whole);
  const catalogue = useCatalogue();
  const { ctx, run } = useCommands();
  const { mayCreate } = useLibrary();
  const createAll = useCreateAll();
  const [leftOut, setLeftOut] = useState<readonly UnknownName[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const { unknown } = fillsOf(plan, map, catalogue);
  const wanted = mayCreate ? unknown.filter((one) => !has(leftOut, one)) : [];
  const { rows } = fillsOf(plan, map, withHoped(catalogue, wanted));
  const preview = ctx && previewFill(ctx, fillArgs(plan, rows, true));
  const outcome = preview?.ok ? preview : null;
  const isOver = (outcome?.overwritten ?? 0) > 0;
  const finish = (book: NameBook, replace: boolean) => {
    const made = fillsOf(plan, map, book);
    const done = run((step) =>
      fillCells(step, fillArgs(plan, made.rows, replace)),
    );
    onClose();
    if (done?.ok)
      speak(t("spoken.pasted", { count: done.cards + done.fields }));
  };
  const paste = async (replace: boolean) => {
    if (wanted.length === 0) return finish(catalogue, replace);
    setIsBusy(true);
    finish(await createAll(wanted, catalogue), replace);
  };
  const second = plan.isBehind ? "overwrite" : "behind";
  const first = plan.isBehind ? "behind" : "overwrite";
  return (
    <Dialog
      title={t("paste.title")}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="sm"
      isAlert
      footer={
        <>
          <Button onPress={onClose}>{t("cancel")}</Button>
          {outcome && isOver ? (
            <Button
              isDisabled={isBusy}
              onPress={() => void paste(plan.isBehind)}
            >
              {t(`paste.${second}`)}
            </Button>
          ) : null}
          {outcome ? (
            <Button
              variant="primary"
              isDisabled={isBusy}
              onPress={() => void paste(!plan.isBehind)}
            >
              {t(`paste.${isOver ? first : "paste"}`)}
            </Button>
          ) : null}
        </>
      }
    >
      {outcome ? (
        <Outcome outcome={outcome} isBehind={plan.isBehind} />
      ) : (
        <p className="text-sm text-ink-2">{t("paste.refused")}</p>
      )}
      {unknown.length > 0 ? (
        <Unknown
          names={unknown}
          leftOut={leftOut}
          mayCreate={mayCreate}
          onChange={setLeftOut}
        />
      ) : null}
    </Dialog>
  );
}

function Outcome({
  outcome,
  isBehind,
}: {
  readonly outcome: FillOutcome;
  readonly isBehind: boolean;
}) {
  const t = useTranslations("map.paste");
  const { cards, fields, columnsAdded, span, overwritten, skipped } = outcome;
  const lines = [
    cards > 0 || fields === 0 ? t("cards", { count: cards }) : null,
    fields > 0 ? t("fields", { count: fields }) : null,
    columnsAdded > 0 ? t(`columns.${span}`, { count: columnsAdded }) : null,
    overwritten > 0
      ? t(isBehind ? "filled" : "overwrites", { count: overwritten })
      : null,
    skipped > 0 ? t("skipped", { count: skipped }) : null,
  ];
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5 text-sm text-ink-2">
      {lines.map((line) => (line === null ? null : <li key={line}>{line}</li>))}
    </ul>
  );
}

interface UnknownProps {
  readonly names: readonly UnknownName[];
  readonly leftOut: readonly UnknownName[];
  readonly mayCreate: boolean;
  readonly onChange: (leftOut: readonly UnknownName[]) => void;
}

/** Names that nobody knows here: each is made, or left out. */
function Unknown({ names, leftOut, mayCreate, onChange }: UnknownProps) {
  const t = useTranslations("map.paste");
  return (
    <fieldset className="mt-4 flex flex-col gap-1">
      <legend className="mb-1 text-sm font-medium text-ink">
        {t(mayCreate ? "unknown" : "unknownLeftOut", { count: names.length })}
      </legend>
      {names.map((one) =>
        mayCreate ? (
          <Checkbox
            key={`${one.kind} ${one.name}`}
            isSelected={!has(leftOut, one)}
            onChange={(isMade) =>
              onChange(
                isMade
                  ? leftOut.filter((other) => !has([other], one))
                  : [...leftOut, one],
              )
            }
            className="pointer-coarse:min-h-11 pointer-coarse:items-center"
          >
            {t(`create.${one.kind}`, { name: one.name })}
          </Checkbox>
        ) : (
          <span key={`${one.kind} ${one.name}`} className="text-sm text-ink-2">
            {one.name}
          </span>
        ),
      )}
    </fieldset>
  );
}

function has(names: readonly UnknownName[], one: UnknownName): boolean {
  return names.some(({ kind, name }) => kind === one.kind && name === one.name);
}

/** Makes what is wanted, one after the other; the names that are known afterwards. */
function useCreateAll() {
  const { createChannel, createStakeholder } = useLibrary();
  const createRow = useCreateRow();
  const locale = useLocale();
  return async (
    wanted: readonly UnknownName[],
    known: NameBook,
  ): Promise<NameBook> => {
    const book = {
      ...known,
      channels: [...known.channels],
      stakeholders: [...known.stakeholders],
    };
    for (const { kind, name } of wanted) {
      if (kind === "channel") {
        const fields = { name, icon: "circle", medium: "online" } as const;
        const made = await createRow(() => createChannel(fields));
        if (made) book.channels.push(channelChoice(made, locale));
      } else {
        const made = await createRow(() => createStakeholder({ name }));
        if (made) book.stakeholders.push(stakeholderChoice(made));
      }
    }
    return book;
  };
}
