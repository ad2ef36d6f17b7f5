"use client";

import { CircleUserRound, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { ChannelListItem } from "@/lib/api/channels";
import type { PersonaDetail } from "@/lib/api/personas";
import { LinkTabs } from "../link-tabs";
import { PageHeader } from "../page-header";
import { PersonaCard } from "./persona-card";
import { PersonaDialog } from "./persona-dialog";
import { PersonaPanel } from "./persona-panel";

interface PersonaListProps {
  slug: string;
  isArchive: boolean;
  personas: readonly PersonaDetail[];
  channels: readonly ChannelListItem[];
  mayEdit: boolean;
  mayBringEvidence: boolean;
}

/** The personas of a workspace. */
export function PersonaList({
  slug,
  isArchive,
  personas,
  channels,
  mayEdit,
  mayBringEvidence,
}: PersonaListProps) {
  const t = useTranslations("personas");
  const [openId, setOpenId] = useState<string | null>(null);
  const [editing, setEditing] = useState<PersonaDetail | "new" | null>(null);
  const open = personas.find(({ id }) => id === openId);
  const newButton = mayEdit ? (
    <Button variant="primary" onPress={() => setEditing("new")}>
      <Plus aria-hidden="true" />
      {t("new")}
    </Button>
  ) : null;

  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={newButton}
      />
      <div className="mb-5 border-b border-line">
        <LinkTabs
          label={t("state.label")}
          selected={isArchive ? "archived" : "active"}
          tabs={[
            {
              id: "active",
              label: t("state.active"),
              href: `/w/${slug}/personas`,
            },
            {
              id: "archived",
              label: t("state.archived"),
              href: `/w/${slug}/personas?archived=1`,
            },
          ]}
        />
      </div>
      {personas.length > 0 ? (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(18rem,100%),1fr))] gap-4">
          {personas.map((persona) => (
            <li key={persona.id} className="flex min-w-0 *:min-w-0 *:flex-1">
              <PersonaCard
                {...{ slug, persona, mayEdit }}
                onOpen={() => setOpenId(persona.id)}
                onEdit={() => setEditing(persona)}
              />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={<CircleUserRound aria-hidden="true" />}
          title={isArchive ? t("empty.archived") : t("empty.title")}
          action={
            isArchive ? (
              <ButtonLink href={`/w/${slug}/personas`}>
                {t("empty.back")}
              </ButtonLink>
            ) : (
              newButton
            )
          }
        >
          {isArchive ? null : t("empty.text")}
        </EmptyState>
      )}
      {open ? (
        <PersonaPanel
          {...{ slug, channels, mayEdit, mayBringEvidence }}
          persona={open}
          onEdit={() => {
            setOpenId(null);
            setEditing(open);
          }}
          onClose={() => setOpenId(null)}
        />
      ) : null}
      <PersonaDialog
        {...{ slug, channels }}
        persona={editing === "new" ? null : editing}
        isOpen={editing !== null}
        onOpenChange={(isOpen) => !isOpen && setEditing(null)}
      />
    </>
  );
}
