"use client";

import { ArrowRightLeft, Mail, Pencil, UserRoundCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Named } from "@/lib/api/fields";
import type { PersonalLinkState } from "@/lib/api/person";
import type { StakeholderDuties } from "@/lib/api/ownership";
import type { StakeholderListItem } from "@/lib/api/stakeholders";
import { BackLink } from "../back-link";
import { TaskList } from "../mine/task-list";
import { DutyTables } from "./duty-tables";
import { HandOverDialog, type Receiver } from "./hand-over-dialog";
import { PersonalLink } from "./personal-link";
import { StakeholderDialog } from "./stakeholder-dialog";
import { stakeholdersHref } from "./stakeholder-tabs";
import { totalOf, usePartsText, type Parts } from "./use-parts-text";

interface StakeholderPageProps {
  slug: string;
  stakeholder: StakeholderListItem;
  duties: StakeholderDuties;
  /** What can be handed over: of what waits in a tray there is no row in the tables. */
  parts: readonly Parts[];
  members: readonly Named[];
  /** To whom things can be handed over. */
  others: readonly Receiver[];
  /** Null where they can have no personal link, or it is not the viewer's to see. */
  personal: PersonalLinkState | null;
  mayEdit: boolean;
  mayEditMaps: boolean;
}

/** One person or team: who they are, and all that they have a part in. */
export function StakeholderPage(props: StakeholderPageProps) {
  const { slug, stakeholder, duties, parts, members, others } = props;
  const { mayEdit, mayEditMaps } = props;
  const t = useTranslations("stakeholders");
  const [isEditing, setEditing] = useState(false);
  const [isHandingOver, setHandingOver] = useState(false);
  const owned = totalOf(parts);
  const owns = parts.length > 0;
  const handOver =
    mayEditMaps && owns ? (
      <Button onPress={() => setHandingOver(true)}>
        <ArrowRightLeft aria-hidden="true" />
        {t("handOver.action")}
      </Button>
    ) : null;
  const isArchived = stakeholder.archivedAt !== null;

  return (
    <>
      <BackLink
        href={stakeholdersHref(slug, isArchived ? "archived" : "active")}
      >
        {t("page.back")}
      </BackLink>
      <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <Who stakeholder={stakeholder} />
        <div className="flex flex-wrap gap-2">
          {isArchived ? null : handOver}
          {mayEdit ? (
            <Button onPress={() => setEditing(true)}>
              <Pencil aria-hidden="true" />
              {t("edit")}
            </Button>
          ) : null}
        </div>
      </header>
      {isArchived ? (
        <Archived
          name={stakeholder.name}
          owned={owns ? owned : null}
          action={handOver}
        />
      ) : null}
      <div className="flex flex-col gap-8">
        <section aria-labelledby="their-tasks">
          <h2 id="their-tasks" className="mb-3 text-md">
            {t("page.tasks")}
          </h2>
          <TaskList
            {...{ slug }}
            tasks={duties.tasks}
            mayEdit={mayEditMaps}
            emptyText={t("page.noTasks")}
          />
        </section>
        <section aria-labelledby="their-touchpoints">
          <h2 id="their-touchpoints" className="mb-3 text-md">
            {t("page.touchpoints")}
          </h2>
          <DutyTables {...{ slug, duties }} />
        </section>
        {props.personal ? (
          <PersonalLink {...{ slug, stakeholder }} personal={props.personal} />
        ) : null}
      </div>
      <StakeholderDialog
        {...{ slug, members, stakeholder }}
        isOpen={isEditing}
        onOpenChange={setEditing}
      />
      {isHandingOver ? (
        <HandOverDialog
          {...{ slug, stakeholder, others }}
          mayArchive={mayEdit}
          onClose={() => setHandingOver(false)}
        />
      ) : null}
    </>
  );
}

function Who({ stakeholder }: Pick<StakeholderPageProps, "stakeholder">) {
  const t = useTranslations("stakeholders");
  const { name, kind, colour, jobTitle, email, note, member } = stakeholder;
  return (
    <div className="flex min-w-0 items-start gap-4">
      <Avatar {...{ name, kind, colour }} size="lg" />
      <div className="flex min-w-0 flex-col gap-1.5">
        <h1 className="text-xl hyphens-auto">{name}</h1>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 text-ink-2">
          {jobTitle ? <span>{jobTitle}</span> : null}
          <Badge>{t(`kind.${kind}`)}</Badge>
          {member ? (
            <Badge tone="accent" icon={<UserRoundCheck aria-hidden="true" />}>
              {t("member", { name: member.name })}
            </Badge>
          ) : null}
        </div>
        {email ? (
          <a
            href={`mailto:${email}`}
            className="finger relative flex items-center gap-2 self-start rounded-xs text-accent hover:underline"
          >
            <Mail aria-hidden="true" className="size-4" />
            <span className="min-w-0 wrap-anywhere">{email}</span>
          </a>
        ) : null}
        {note ? (
          <p className="max-w-2xl hyphens-auto whitespace-pre-line">{note}</p>
        ) : null}
      </div>
    </div>
  );
}

/** That somebody is put away, and what they still have. */
function Archived({
  name,
  owned,
  action,
}: {
  name: string;
  owned: Parts | null;
  action: React.ReactNode;
}) {
  const t = useTranslations("stakeholders.page");
  const partsText = usePartsText();
  return (
    <Banner tone={owned ? "warning" : "info"} className="mb-6" action={action}>
      {owned
        ? t("archivedOwning", { name, what: partsText(owned) })
        : t("archived", { name })}
    </Banner>
  );
}
