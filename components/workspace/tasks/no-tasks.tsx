"use client";

import { ListTodo } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

interface NoTasksProps {
  readonly slug: string;
  /** Something is left out; pressing the button shows all. */
  readonly onClear: (() => void) | null;
  readonly hasAny: boolean;
}

/** What is said where no task is, and the way to where tasks begin. */
export function NoTasks({ slug, onClear, hasAny }: NoTasksProps) {
  const t = useTranslations("tasks");
  if (onClear)
    return (
      <EmptyState
        title={t("empty.filtered")}
        action={<Button onPress={onClear}>{t("filter.clear")}</Button>}
      />
    );
  return (
    <EmptyState
      icon={<ListTodo aria-hidden="true" />}
      title={t(hasAny ? "empty.finished" : "empty.title")}
      action={
        <>
          <ButtonLink
            href={`/w/${slug}/opportunities?view=pains`}
            variant="primary"
          >
            {t("empty.toPains")}
          </ButtonLink>
          <ButtonLink href={`/w/${slug}/journeys`}>
            {t("empty.toJourneys")}
          </ButtonLink>
        </>
      }
    >
      {t("empty.text")}
    </EmptyState>
  );
}
