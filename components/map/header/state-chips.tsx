"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button as AriaButton } from "react-aria-components";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import { setMeta } from "@/lib/journey/meta";
import { JOURNEY_STATES, OUTCOMES } from "@/lib/journey/vocabulary";

const chip =
  "inline-flex h-6 shrink-0 items-center gap-1 rounded-full border border-line px-2 text-xs text-ink-2 [&_svg]:size-3";

/** Whether the map shows how it is or how it shall be, and how it ends. */
export function StateChips() {
  const t = useTranslations("map");
  const state = useJourneyMap((map) => map.meta.state);
  const outcome = useJourneyMap((map) => map.meta.outcome);
  const { run } = useCommands();
  return (
    <span className="flex shrink-0 gap-1.5 max-md:hidden">
      <Chip
        label={t("header.state")}
        value={t(`state.${state}`)}
        options={JOURNEY_STATES.map((id) => ({ id, name: t(`state.${id}`) }))}
        onChoose={(id) => run((ctx) => setMeta(ctx, { state: id }))}
      />
      <Chip
        label={t("header.outcome")}
        value={t(`outcome.${outcome}`)}
        options={OUTCOMES.map((id) => ({ id, name: t(`outcome.${id}`) }))}
        onChoose={(id) => run((ctx) => setMeta(ctx, { outcome: id }))}
      />
    </span>
  );
}

interface ChipProps<Id extends string> {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly onChoose: (id: Id) => void;
}

function Chip<Id extends string>({
  label,
  value,
  options,
  onChoose,
}: ChipProps<Id>) {
  if (!useCanWrite()) return <span className={chip}>{value}</span>;
  return (
    <Menu
      label={label}
      placement="bottom start"
      trigger={
        <AriaButton
          aria-label={`${label}: ${value}`}
          className={`${chip} hover:bg-hover`}
        >
          {value}
          <ChevronDown aria-hidden="true" />
        </AriaButton>
      }
    >
      {options.map(({ id, name }) => (
        <MenuItem key={id} onAction={() => onChoose(id)}>
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}
