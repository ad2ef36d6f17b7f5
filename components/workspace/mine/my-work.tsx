"use client";

import { ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { Mine } from "@/lib/api/tasks";
import { api } from "../api-client";
import { PageHeader } from "../page-header";
import { stakeholderHref } from "../stakeholders/stakeholder-link";
import { TouchpointCards } from "../touchpoints/touchpoint-cards";
import { useQuickAction } from "../use-action";
import { NothingYet } from "./nothing-yet";
import { TaskList } from "./task-list";

interface MyWorkProps {
  slug: string;
  mine: Mine;
  personId: string;
  mayEditTasks: boolean;
  mayEditCatalogue: boolean;
}

/** What the person who is signed in has to do with the journeys. */
export function MyWork({
  slug,
  mine,
  personId,
  mayEditTasks,
  mayEditCatalogue,
}: MyWorkProps) {
  const t = useTranslations("mine");
  const roles = useTranslations("touchpoints.role");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          mine.stakeholder ? (
            <ButtonLink href={stakeholderHref(slug, mine.stakeholder.id)}>
              {t("myPage")}
            </ButtonLink>
          ) : null
        }
      />
      {mine.stakeholder === null ? (
        <Unlinked {...{ slug, personId, mayEditCatalogue }} />
      ) : (
        <div className="grid items-start gap-8 lg:grid-cols-2">
          <section aria-labelledby="my-tasks">
            <h2 id="my-tasks" className="mb-3 text-md">
              {t("tasks")}
            </h2>
            <TaskList slug={slug} tasks={mine.tasks} mayEdit={mayEditTasks} />
          </section>
          <section aria-labelledby="my-touchpoints">
            <h2 id="my-touchpoints" className="mb-3 text-md">
              {t("touchpoints")}
            </h2>
            {mine.touchpoints.length > 0 ? (
              <TouchpointCards
                slug={slug}
                rows={mine.touchpoints}
                aside={({ myRole }) => (
                  <Badge tone={myRole === "responsible" ? "accent" : "neutral"}>
                    {roles(myRole)}
                  </Badge>
                )}
              />
            ) : (
              <NothingYet slug={slug}>{t("noTouchpoints")}</NothingYet>
            )}
          </section>
        </div>
      )}
    </>
  );
}

function Unlinked({
  slug,
  personId,
  mayEditCatalogue,
}: Omit<MyWorkProps, "mine" | "mayEditTasks">) {
  const t = useTranslations("mine.unlinked");
  const act = useQuickAction();
  const [isAdding, startAdding] = useTransition();
  const handleAdd = () =>
    startAdding(async () => {
      await act({
        request: () =>
          api(`/workspaces/${slug}/stakeholders`, {
            method: "POST",
            body: { userId: personId },
          }),
        done: t("added"),
      });
    });
  return (
    <EmptyState
      icon={<ListChecks aria-hidden="true" />}
      title={t("title")}
      action={
        <>
          {mayEditCatalogue ? (
            <Button variant="primary" isPending={isAdding} onPress={handleAdd}>
              {t("add")}
            </Button>
          ) : null}
          <ButtonLink href={`/w/${slug}/stakeholders`}>
            {t("action")}
          </ButtonLink>
        </>
      }
    >
      {t("text")}
    </EmptyState>
  );
}
