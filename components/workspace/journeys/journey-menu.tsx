"use client";

import {
  Archive,
  ArchiveRestore,
  CalendarCheck,
  Copy,
  Ellipsis,
  LayoutTemplate,
  Trash2,
  Undo2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useParams } from "next/navigation";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { lazyPart } from "@/components/ui/lazy-part";
import { Menu } from "@/components/ui/menu";
import { MenuItem, MenuSeparator } from "@/components/ui/menu-item";
import type { ListedJourney } from "./types";
import { useJourneyActions } from "./use-journey-actions";

const SaveTemplateDialog = lazyPart(
  async () =>
    (await import("../templates/save-template-dialog")).SaveTemplateDialog,
);

/** What can be done to one journey; an action that the person may not do is not shown. */
export function JourneyMenu({
  journey,
  mayCreate,
}: {
  journey: ListedJourney;
  mayCreate: boolean;
}) {
  const t = useTranslations("journeys");
  const actions = useJourneyActions(journey);
  const isDeleted = journey.deletedAt !== null;
  const isArchived = journey.archivedAt !== null;
  const hasAny = isDeleted
    ? journey.mayRestore
    : mayCreate || journey.mayEdit || journey.mayDelete;
  const [isSaving, setSaving] = useState(false);
  const { slug } = useParams<{ slug: string }>();
  const template = useTranslations("templates.save");
  if (!hasAny) return null;

  return (
    <>
      <Menu
        label={t("card.menu", { title: journey.title || t("untitled") })}
        trigger={
          <IconButton
            label={t("card.menu", { title: journey.title || t("untitled") })}
            size="sm"
          >
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        {isDeleted ? (
          <MenuItem
            onAction={() => void actions.restore()}
            icon={<Undo2 aria-hidden="true" />}
          >
            {t("menu.restore")}
          </MenuItem>
        ) : null}
        {!isDeleted && mayCreate ? (
          <MenuItem
            onAction={() => void actions.duplicate()}
            icon={<Copy aria-hidden="true" />}
          >
            {t("menu.duplicate")}
          </MenuItem>
        ) : null}
        {!isDeleted && mayCreate ? (
          <MenuItem
            onAction={() => setSaving(true)}
            icon={<LayoutTemplate aria-hidden="true" />}
          >
            {template("action")}
          </MenuItem>
        ) : null}
        {!isDeleted &&
        !isArchived &&
        journey.mayEdit &&
        journey.reviewEveryDays !== null ? (
          <MenuItem
            onAction={() => void actions.markReviewed()}
            icon={<CalendarCheck aria-hidden="true" />}
          >
            {t("menu.reviewed")}
          </MenuItem>
        ) : null}
        {!isDeleted && journey.mayEdit ? (
          <MenuItem
            onAction={() =>
              void (isArchived ? actions.unarchive() : actions.archive())
            }
            icon={
              isArchived ? (
                <ArchiveRestore aria-hidden="true" />
              ) : (
                <Archive aria-hidden="true" />
              )
            }
          >
            {isArchived ? t("menu.unarchive") : t("menu.archive")}
          </MenuItem>
        ) : null}
        {!isDeleted && journey.mayDelete ? <MenuSeparator /> : null}
        {!isDeleted && journey.mayDelete ? (
          <MenuItem
            isDanger
            onAction={() => void actions.remove()}
            icon={<Trash2 aria-hidden="true" />}
          >
            {t("menu.delete")}
          </MenuItem>
        ) : null}
      </Menu>
      {isSaving ? (
        <SaveTemplateDialog
          slug={slug}
          journey={journey}
          onClose={() => setSaving(false)}
        />
      ) : null}
    </>
  );
}
