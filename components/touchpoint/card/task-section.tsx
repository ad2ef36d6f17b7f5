"use client";

import { useTranslations } from "next-intl";
import { Section } from "../section";
import type { CardPartProps } from "./card-part-props";
import { TaskFields } from "./task-fields";

/** Who does it, by when, and how far it is. */
export function TaskSection({ card, canWrite }: CardPartProps) {
  const t = useTranslations("touchpoint.card.task");
  const { task } = card;
  return (
    <Section
      name="task"
      title={t("title")}
      isOpenAtFirst
      summary={task ? t(`statuses.${task.status}`) : undefined}
    >
      <TaskFields card={card} canWrite={canWrite} />
    </Section>
  );
}
