"use client";

import {
  CalendarClock,
  Columns3,
  List,
  SlidersHorizontal,
  X,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { cx } from "@/components/ui/cx";
import { Select, type SelectOption } from "@/components/ui/select";
import {
  isNarrowed,
  STATUS_FILTERS,
  TASK_LOOKS,
  widened,
  type TaskLook,
  type TaskView,
} from "./task-view";

const anything = "any";
const icons = { list: List, board: Columns3 };

interface TaskFiltersProps {
  readonly view: TaskView;
  readonly people: readonly SelectOption[];
  readonly journeys: readonly SelectOption[];
  readonly onChange: (view: TaskView) => void;
}

/** What the tasks are narrowed to. On a phone the choices wait behind a button. */
export function TaskFilters(props: TaskFiltersProps) {
  const { view, people, journeys, onChange } = props;
  const t = useTranslations("tasks.filter");
  const tasks = useTranslations("tasks");
  const [isOpen, setOpen] = useState(false);
  const chosen = [
    view.person,
    view.journey,
    view.look === "list" && view.status !== "unfinished",
  ].filter(Boolean).length;
  const any = (label: string) => ({
    id: anything,
    label: `${label}: ${t("any")}`,
  });
  const orNull = (id: string) => (id === anything ? null : id);
  return (
    <section
      aria-label={t("label")}
      className="mb-4 flex flex-wrap items-center gap-2"
    >
      <LookSwitch
        look={view.look}
        onChange={(look) => onChange({ ...view, look })}
      />
      <ToggleButton
        isSelected={view.isOverdue}
        onChange={(isOverdue) => onChange({ ...view, isOverdue })}
        className={buttonStyle(
          "secondary",
          "md",
          "data-selected:border-accent data-selected:bg-accent-tint data-selected:text-accent",
        )}
      >
        <CalendarClock aria-hidden="true" />
        {t("overdue")}
      </ToggleButton>
      <Button
        onPress={() => setOpen(!isOpen)}
        aria-expanded={isOpen}
        className="md:hidden"
      >
        <SlidersHorizontal aria-hidden="true" />
        {t("show", { count: chosen })}
      </Button>
      <div
        className={cx(
          "w-full flex-wrap gap-2 md:flex md:w-auto",
          isOpen ? "grid grid-cols-1 min-[24rem]:grid-cols-2" : "hidden",
        )}
      >
        <Narrow
          label={t("person")}
          options={[
            any(t("person")),
            { id: "none", label: tasks("nobody") },
            ...people,
          ]}
          value={view.person ?? anything}
          isSet={view.person !== null}
          onChange={(id) => onChange({ ...view, person: orNull(id) })}
        />
        <Narrow
          label={t("journey")}
          options={[any(t("journey")), ...journeys]}
          value={view.journey ?? anything}
          isSet={view.journey !== null}
          onChange={(id) => onChange({ ...view, journey: orNull(id) })}
        />
        {view.look === "list" ? (
          <Narrow
            label={t("status")}
            options={STATUS_FILTERS.map((id) => ({
              id,
              label:
                id === "all" || id === "unfinished"
                  ? t(id)
                  : tasks(`status.${id}`),
            }))}
            value={view.status}
            isSet={view.status !== "unfinished"}
            onChange={(status) => onChange({ ...view, status })}
          />
        ) : null}
      </div>
      {isNarrowed(view) ? (
        <Button variant="quiet" onPress={() => onChange(widened(view))}>
          <X aria-hidden="true" />
          {t("clear")}
        </Button>
      ) : null}
    </section>
  );
}

interface NarrowProps<Id extends string> {
  readonly label: string;
  readonly options: readonly SelectOption<Id>[];
  readonly value: Id;
  readonly isSet: boolean;
  readonly onChange: (id: Id) => void;
}

function Narrow<Id extends string>(props: NarrowProps<Id>) {
  const { isSet, ...select } = props;
  return (
    <Select
      size="sm"
      isLabelHidden
      {...select}
      className={cx(
        "md:w-auto md:max-w-56 md:min-w-34",
        isSet && "[&_button]:border-accent",
      )}
    />
  );
}

/** List or board: one of two, both in sight. */
function LookSwitch({
  look,
  onChange,
}: {
  look: TaskLook;
  onChange: (look: TaskLook) => void;
}) {
  const t = useTranslations("tasks.look");
  return (
    <ToggleButtonGroup
      aria-label={t("label")}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[look]}
      onSelectionChange={(keys) => {
        const next = TASK_LOOKS.find((each) => keys.has(each));
        if (next && next !== look) onChange(next);
      }}
      className="flex rounded-md border border-line-strong bg-surface"
    >
      {TASK_LOOKS.map((id) => {
        const Icon = icons[id];
        return (
          <ToggleButton
            key={id}
            id={id}
            className="inline-flex h-8 items-center gap-1.5 px-2.5 text-sm font-medium text-ink-2 first:rounded-l-md last:rounded-r-md hover:text-ink data-selected:bg-accent-tint data-selected:text-accent pointer-coarse:h-11 [&_svg]:size-4"
          >
            <Icon aria-hidden="true" />
            {t(id)}
          </ToggleButton>
        );
      })}
    </ToggleButtonGroup>
  );
}
