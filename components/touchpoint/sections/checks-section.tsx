"use client";

import { ListPlus, MoreHorizontal, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { MenuItem, MenuSeparator } from "@/components/ui/menu-item";
import { YTextField } from "@/components/room/y-text-field";
import { useCommands } from "@/components/room/use-commands";
import {
  addChecklistItem,
  removeChecklistItem,
  setChecklistItem,
} from "@/lib/journey/checklist";
import type { ChecklistItem } from "@/lib/journey/journey-map";
import { Section } from "../section";
import type { SectionPartProps } from "./section-props";

const SAMPLES = [
  "usable",
  "findable",
  "chat",
  "person",
  "payment",
  "screen",
  "return",
  "trouble",
] as const;

/** Questions to check this touchpoint with, and which are answered. */
export function ChecksSection({
  touchpoint,
  canWrite,
  lang,
}: SectionPartProps) {
  const t = useTranslations("touchpoint.checks");
  const { run } = useCommands();
  const { id: touchpointId, checklist } = touchpoint;
  const done = checklist.filter((item) => item.done).length;
  const add = (text = "") =>
    run((ctx) => addChecklistItem(ctx, { touchpointId, text }));
  const list = useRef<HTMLUListElement>(null);
  const takesFocus = useRef(false);
  const addBlank = () => {
    takesFocus.current = true;
    add();
  };
  const removeBlank = (itemId: ChecklistItem["id"]) => {
    takesFocus.current = true;
    run((ctx) => removeChecklistItem(ctx, { touchpointId, itemId }));
  };
  const { length } = checklist;
  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    const fields =
      list.current?.querySelectorAll<HTMLInputElement>("input[type=text]");
    fields?.[fields.length - 1]?.focus();
  }, [length]);
  const samples = SAMPLES.map((name) => t(`samples.${name}`)).filter(
    (sample) => !checklist.some(({ text }) => text === sample),
  );
  return (
    <Section
      name="checks"
      title={t("title")}
      summary={
        checklist.length > 0
          ? t("done", { done, all: checklist.length })
          : undefined
      }
    >
      {checklist.length > 0 ? (
        <ul
          ref={list}
          aria-label={t("title")}
          className="-ml-1 flex flex-col gap-0.5"
        >
          {checklist.map((item, index) => (
            <CheckRow
              key={item.id}
              item={item}
              next={checklist[index + 2]?.id ?? null}
              previous={checklist[index - 1]?.id}
              isLast={index === checklist.length - 1}
              onEnter={addBlank}
              onEmpty={() => removeBlank(item.id)}
              {...{ touchpoint, canWrite, lang }}
            />
          ))}
        </ul>
      ) : null}
      {canWrite ? (
        <div className="flex flex-wrap gap-1">
          <Button size="sm" variant="quiet" onPress={addBlank}>
            <Plus aria-hidden="true" />
            {t("add")}
          </Button>
          {samples.length > 0 ? (
            <Menu
              label={t("suggestions")}
              placement="bottom start"
              trigger={
                <Button size="sm" variant="quiet">
                  <ListPlus aria-hidden="true" />
                  {t("suggestions")}
                </Button>
              }
            >
              {samples.map((sample) => (
                <MenuItem key={sample} onAction={() => add(sample)}>
                  {sample}
                </MenuItem>
              ))}
            </Menu>
          ) : null}
        </div>
      ) : null}
    </Section>
  );
}

interface CheckRowProps extends SectionPartProps {
  readonly item: ChecklistItem;
  /** Before which it stands after a step down; null: last. */
  readonly next: ChecklistItem["id"] | null;
  readonly previous: ChecklistItem["id"] | undefined;
  readonly isLast: boolean;
  /** Begins another question. */
  readonly onEnter: () => void;
  /** Takes this one away and goes on in another. */
  readonly onEmpty: () => void;
}

function CheckRow(props: CheckRowProps) {
  const { item, touchpoint, canWrite, lang, next, previous, isLast } = props;
  const t = useTranslations("touchpoint.checks");
  const { run } = useCommands();
  const at = { touchpointId: touchpoint.id, itemId: item.id };
  const name = item.text || t("question");
  const move = (before: ChecklistItem["id"] | null) =>
    run((ctx) => setChecklistItem(ctx, { ...at, before }));
  /** As in every list of tasks: Enter begins the next, Alt and an arrow moves, Backspace takes an empty one away. */
  const handleKeyDown = (event: KeyboardEvent<HTMLLIElement>) => {
    const field = event.target;
    if (!canWrite || event.nativeEvent.isComposing) return;
    if (!(field instanceof HTMLInputElement)) return;
    const isUp = event.altKey && event.key === "ArrowUp" && previous;
    const isDown = event.altKey && event.key === "ArrowDown" && !isLast;
    const isText = field.type === "text";
    const isEmpty = isText && event.key === "Backspace" && field.value === "";
    const isEnter = isText && event.key === "Enter";
    if (!isUp && !isDown && !isEmpty && !isEnter) return;
    event.preventDefault();
    if (isUp) move(previous);
    else if (isDown) move(next);
    else if (isEmpty) props.onEmpty();
    else props.onEnter();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys bubble up from the fields inside
    <li onKeyDown={handleKeyDown} className="flex items-center gap-1">
      <Checkbox
        aria-label={name}
        isSelected={item.done}
        isDisabled={!canWrite}
        onChange={(isDone) =>
          run((ctx) => setChecklistItem(ctx, { ...at, done: isDone }))
        }
        className="pl-1"
      />
      <YTextField
        textRef={{
          kind: "checklist",
          touchpointId: touchpoint.id,
          id: item.id,
        }}
        value={item.text}
        label={t("question")}
        isLabelHidden
        placeholder={t("hint")}
        look="plain"
        lang={lang}
        className="flex-1"
        inputClassName={item.done ? "text-ink-2" : undefined}
      />
      {canWrite ? (
        <Menu
          label={t("actions", { name })}
          trigger={
            <IconButton label={t("actions", { name })}>
              <MoreHorizontal aria-hidden="true" />
            </IconButton>
          }
        >
          <MenuItem
            isDisabled={!previous}
            onAction={() => move(previous ?? null)}
          >
            {t("up")}
          </MenuItem>
          <MenuItem isDisabled={isLast} onAction={() => move(next)}>
            {t("down")}
          </MenuItem>
          <MenuSeparator />
          <MenuItem
            isDanger
            onAction={() => run((ctx) => removeChecklistItem(ctx, at))}
          >
            {t("remove")}
          </MenuItem>
        </Menu>
      ) : null}
    </li>
  );
}
