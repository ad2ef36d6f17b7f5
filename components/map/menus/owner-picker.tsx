"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import {
  Autocomplete,
  Input,
  ListBox,
  ListBoxItem,
  SearchField,
  useFilter,
} from "react-aria-components";
import { Check, UserPlus } from "lucide-react";
import { useLibrary } from "@/components/room/library";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { Avatar } from "@/components/ui/avatar";
import { Checkbox } from "@/components/ui/checkbox";
import { optionStyle } from "@/components/ui/list-style";
import { inputStyle } from "@/components/ui/input-style";
import { asId } from "@/lib/journey/ids";
import type { CardId, StakeholderId, TouchpointId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { OwnerRole } from "@/lib/journey/vocabulary";
import { useCatalogue } from "../drawing/catalogue";
import type { Spot } from "../editor-ui";
import { ownAll } from "../grid/bulk";
import type { Duties } from "../grid/bulk";
import { speak } from "../grid/speak";
import { touchpointIn } from "../map-index";
import { FloatingDialog } from "./floating";

interface OwnerPickerProps {
  readonly touchpointIds: readonly TouchpointId[];
  readonly taskIds: readonly CardId[];
  readonly at: Spot;
  readonly onClose: () => void;
}

/** Who answers for touchpoints and tasks: found by typing, made if not there yet. */
export function OwnerPicker(props: OwnerPickerProps) {
  const { touchpointIds, taskIds, at, onClose } = props;
  const t = useTranslations("map");
  const { run } = useCommands();
  const { stakeholders } = useCatalogue();
  const { mayCreate, createStakeholder } = useLibrary();
  const { contains } = useFilter({ sensitivity: "base" });
  const [typed, setTyped] = useState("");
  const map = useJourneyMap((whole) => whole);
  const duties = useMemo(
    () => dutiesIn(map, touchpointIds, taskIds),
    [map, touchpointIds, taskIds],
  );
  const [role, setRole] = useState<OwnerRole>("responsible");
  const isOwner = (id: StakeholderId) => isForAll(map, duties, { id, role });

  const choose = (stakeholderId: StakeholderId, name: string) => {
    const isOn = !isOwner(stakeholderId);
    const change = { stakeholderId, isOn, role };
    const done = run((ctx) => ownAll(ctx, duties, change));
    if (done?.ok && isOn)
      speak(t(role === "involved" ? "owner.with" : "owner.is", { name }));
    onClose();
  };
  const create = async () => {
    const made = await createStakeholder({ name: typed.trim() });
    if (made.ok) choose(asId<StakeholderId>(made.data.id), made.data.name);
  };
  const shown = stakeholders.filter(
    ({ archived, id }) => !archived || isOwner(id),
  );

  return (
    <FloatingDialog
      at={at}
      onClose={onClose}
      label={t("owner.choose")}
      className="w-72"
    >
      <Autocomplete
        filter={contains}
        inputValue={typed}
        onInputChange={setTyped}
      >
        <SearchField aria-label={t("owner.choose")} autoFocus>
          <Input
            placeholder={t("owner.search")}
            className={`${inputStyle} h-9 w-full pointer-coarse:h-11`}
          />
        </SearchField>
        <ListBox
          aria-label={t("owner.choose")}
          items={shown}
          dependencies={[duties, role]}
          className="mt-1 max-h-72 overflow-auto outline-none"
          renderEmptyState={() => (
            <p className="px-2 py-1.5 text-sm text-ink-3">
              {t("owner.nobody")}
            </p>
          )}
          onAction={(key) => {
            const person = shown.find(({ id }) => id === key);
            if (person) choose(person.id, person.name);
          }}
        >
          {(person) => (
            <ListBoxItem
              id={person.id}
              textValue={person.name}
              className={optionStyle}
            >
              <Avatar
                name={person.name}
                id={person.id}
                colour={person.colour}
                kind={person.kind}
              />
              <span className="min-w-0 flex-1 truncate">{person.name}</span>
              {isOwner(person.id) ? (
                <Check aria-label={t(`owner.${role}`)} />
              ) : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      {taskIds.length === 0 ? (
        <Checkbox
          isSelected={role === "involved"}
          onChange={(isInvolved) =>
            setRole(isInvolved ? "involved" : "responsible")
          }
          className="mt-1 px-2 py-1 pointer-coarse:min-h-11 pointer-coarse:items-center"
        >
          {t("owner.onlyInvolved")}
        </Checkbox>
      ) : null}
      {mayCreate && typed.trim() !== "" ? (
        <button
          type="button"
          onClick={() => void create()}
          className={`${optionStyle} mt-1 w-full border-t border-line hover:bg-hover`}
        >
          <UserPlus aria-hidden="true" />
          <span className="min-w-0 flex-1 truncate text-left">
            {t("owner.create", { name: typed.trim() })}
          </span>
        </button>
      ) : null}
    </FloatingDialog>
  );
}

function dutiesIn(
  map: JourneyMap,
  touchpoints: readonly TouchpointId[],
  taskIds: readonly CardId[],
): Duties {
  const tasks = Object.values(map.cells)
    .flat()
    .filter(({ id }) => taskIds.includes(id));
  return { touchpoints, tasks };
}

function isForAll(
  map: JourneyMap,
  { touchpoints, tasks }: Duties,
  { id, role }: { readonly id: StakeholderId; readonly role: OwnerRole },
): boolean {
  return (
    tasks.every(({ task }) => task?.stakeholderId === id) &&
    touchpoints.every((touchpointId) =>
      touchpointIn(map, touchpointId)?.owners.some(
        (owner) => owner.stakeholderId === id && owner.role === role,
      ),
    )
  );
}
