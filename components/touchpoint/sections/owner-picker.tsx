"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/icon-button";
import { useCatalogue } from "@/components/map/drawing/catalogue";
import { useLibrary } from "@/components/room/library";
import { useCommands } from "@/components/room/use-commands";
import { asId, type StakeholderId } from "@/lib/journey/ids";
import { setOwner } from "@/lib/journey/owners";
import type { OwnerRole } from "@/lib/journey/vocabulary";
import { SearchOrCreate } from "../fields/search-or-create";
import { useCreateRow } from "../use-create-row";
import type { SectionPartProps } from "./section-props";

interface OwnerPickerProps extends Pick<
  SectionPartProps,
  "touchpoint" | "canWrite"
> {
  readonly role: OwnerRole;
}

/** The stakeholders with one role; someone without an account is made right there by name. */
export function OwnerPicker({ touchpoint, role, canWrite }: OwnerPickerProps) {
  const t = useTranslations("touchpoint.people");
  const { stakeholders } = useCatalogue();
  const { mayCreate, createStakeholder } = useLibrary();
  const createRow = useCreateRow();
  const { run } = useCommands();
  const touchpointId = touchpoint.id;
  const give = (stakeholderId: StakeholderId, next: OwnerRole | null) =>
    run((ctx) => setOwner(ctx, { touchpointId, stakeholderId, role: next }));

  const handleCreate = async (name: string) => {
    const made = await createRow(() => createStakeholder({ name }));
    if (made) give(asId(made.id), role);
  };
  const held = touchpoint.owners.filter((owner) => owner.role === role);
  const free = stakeholders.filter(
    ({ id, archived }) =>
      !archived && !held.some(({ stakeholderId }) => stakeholderId === id),
  );

  return (
    <div className="flex flex-col gap-1.5">
      <span aria-hidden="true" className="text-sm font-medium">
        {t(`role.${role}`)}
      </span>
      {held.length > 0 ? (
        <ul aria-label={t(`role.${role}`)} className="flex flex-col">
          {held.map(({ stakeholderId }) => (
            <OwnerRow
              key={stakeholderId}
              stakeholderId={stakeholderId}
              onRemove={canWrite ? () => give(stakeholderId, null) : undefined}
            />
          ))}
        </ul>
      ) : canWrite ? null : (
        <p className="text-sm text-ink-3">{t("nobody")}</p>
      )}
      {canWrite ? (
        <SearchOrCreate
          label={t(`add.${role}`)}
          placeholder={t(`add.${role}`)}
          emptyText={t("nobodyFound")}
          choices={free.map(({ id, name, kind, colour }) => ({
            id,
            label: name,
            description: kind === "team" ? t("team") : undefined,
            icon: <Avatar {...{ id, name, kind, colour }} size="xs" />,
          }))}
          onPick={(id) => give(id, role)}
          create={
            mayCreate
              ? { label: (name) => t("create", { name }), run: handleCreate }
              : undefined
          }
        />
      ) : null}
    </div>
  );
}

interface OwnerRowProps {
  readonly stakeholderId: StakeholderId;
  readonly onRemove?: () => void;
}

function OwnerRow({ stakeholderId, onRemove }: OwnerRowProps) {
  const t = useTranslations("touchpoint.people");
  const person = useCatalogue().stakeholderOf(stakeholderId);
  const name = person?.name ?? t("unknown");
  return (
    <li className="flex min-h-8 items-center gap-2">
      <Avatar
        name={name}
        id={stakeholderId}
        colour={person?.colour}
        kind={person?.kind}
      />
      <span className="min-w-0 flex-1 truncate text-sm">
        {name}
        {person?.archived ? (
          <span className="ml-1.5 text-xs text-ink-3">{t("left")}</span>
        ) : null}
      </span>
      {onRemove ? (
        <IconButton size="sm" label={t("remove", { name })} onPress={onRemove}>
          <X aria-hidden="true" />
        </IconButton>
      ) : null}
    </li>
  );
}
