"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { useCatalogue } from "@/components/map/drawing/catalogue";
import { useLibrary } from "@/components/room/library";
import { asId, type StakeholderId } from "@/lib/journey/ids";
import type { Task } from "@/lib/journey/journey-map";
import { TASK_STATUSES } from "@/lib/journey/vocabulary";
import { Chip, Chips } from "../fields/chips";
import { DateInput } from "../fields/date-input";
import { NoAccountHint } from "../fields/no-account-hint";
import { SearchOrCreate } from "../fields/search-or-create";
import { Segmented } from "../fields/segmented";
import { useCreateRow } from "../use-create-row";
import type { CardPartProps } from "./card-part-props";
import { useSetCard } from "./use-card";

const NEW_TASK: Task = { stakeholderId: null, status: "open", due: null };

/** Who does it, by when, and how far it is. */
export function TaskFields({ card, canWrite }: CardPartProps) {
  const t = useTranslations("touchpoint.card.task");
  const set = useSetCard(card.id);
  const { task } = card;
  const change = (patch: Partial<Task>) =>
    set({ task: { ...(task ?? NEW_TASK), ...patch } });
  return (
    <>
      {task ? (
        <>
          <TaskPerson
            stakeholderId={task.stakeholderId}
            canWrite={canWrite}
            onChange={(stakeholderId) => change({ stakeholderId })}
          />
          <Segmented
            label={t("status")}
            options={TASK_STATUSES.map((id) => ({
              id,
              label: t(`statuses.${id}`),
            }))}
            value={task.status}
            onChange={(status) => status && change({ status })}
            isDisabled={!canWrite}
          />
          <DateInput
            label={t("due")}
            value={task.due}
            onCommit={(due) => change({ due })}
            isDisabled={!canWrite}
          />
        </>
      ) : null}
      {canWrite ? (
        <Button
          size="sm"
          variant={task ? "quiet" : "secondary"}
          className="self-start"
          onPress={() => set({ task: task ? null : NEW_TASK })}
        >
          {task ? t("clear") : t("make")}
        </Button>
      ) : null}
    </>
  );
}

interface TaskPersonProps {
  readonly stakeholderId: StakeholderId | null;
  readonly canWrite: boolean;
  readonly onChange: (stakeholderId: StakeholderId | null) => void;
}

function TaskPerson({ stakeholderId, canWrite, onChange }: TaskPersonProps) {
  const t = useTranslations("touchpoint.card.task");
  const people = useTranslations("touchpoint.people");
  const { stakeholders, stakeholderOf } = useCatalogue();
  const { mayCreate, createStakeholder } = useLibrary();
  const createRow = useCreateRow();
  const person = stakeholderId ? stakeholderOf(stakeholderId) : undefined;
  const name = person?.name ?? people("unknown");
  const handleCreate = async (typed: string) => {
    const made = await createRow(() => createStakeholder({ name: typed }));
    if (made) onChange(asId(made.id));
  };
  return (
    <div className="flex flex-col gap-1.5">
      <span aria-hidden="true" className="text-sm font-medium">
        {t("person")}
      </span>
      {stakeholderId ? (
        <Chips label={t("person")}>
          <Chip
            icon={
              <Avatar
                name={name}
                id={stakeholderId}
                colour={person?.colour}
                kind={person?.kind}
                size="xs"
              />
            }
            removeLabel={people("remove", { name })}
            onRemove={canWrite ? () => onChange(null) : undefined}
          >
            {name}
          </Chip>
        </Chips>
      ) : null}
      {canWrite && person && !person.archived && person.userId === null ? (
        <NoAccountHint {...person} />
      ) : null}
      {canWrite && !stakeholderId ? (
        <SearchOrCreate
          label={t("addPerson")}
          placeholder={t("addPerson")}
          emptyText={people("nobodyFound")}
          choices={stakeholders
            .filter(({ archived }) => !archived)
            .map(({ id, name: label, kind, colour }) => ({
              id,
              label,
              description: kind === "team" ? people("team") : undefined,
              icon: <Avatar {...{ id, name: label, kind, colour }} size="xs" />,
            }))}
          onPick={onChange}
          create={
            mayCreate
              ? {
                  label: (typed) => people("create", { name: typed }),
                  run: handleCreate,
                }
              : undefined
          }
        />
      ) : null}
    </div>
  );
}
