import { useFormatter, useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/cx";
import type { Card } from "@/lib/journey/journey-map";
import { useCatalogue } from "./catalogue";

/** What a card says beside its text: a figure, a decision, a score, a task. */
export function CardFacts({ card }: { readonly card: Card }) {
  const { decision, score, task } = card;
  if (!decision && !score && !task) return null;
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2">
      {decision ? <DecisionFact decision={decision} /> : null}
      {score ? <ScoreFact score={score} /> : null}
      {task ? <TaskFact task={task} /> : null}
    </div>
  );
}

/** The figure of a metric card, large because it is what one looks for. */
export function MetricFact({
  metric,
}: {
  readonly metric: NonNullable<Card["metric"]>;
}) {
  const format = useFormatter();
  return (
    <p className="text-lg leading-7 font-semibold tracking-tight tabular-nums">
      {format.number(metric.value)}
      <span className="ml-1 text-sm font-normal text-ink-2">{metric.unit}</span>
    </p>
  );
}

function DecisionFact({
  decision,
}: {
  readonly decision: NonNullable<Card["decision"]>;
}) {
  const t = useTranslations("map");
  return (
    <span
      title={decision.reason || undefined}
      className="inline-flex items-center gap-1"
    >
      <span
        aria-hidden="true"
        className={cx(
          "size-1.5 rounded-full border border-current",
          decision.status !== "open" && "bg-current",
        )}
      />
      {t(`decision.${decision.status}`)}
    </span>
  );
}

function ScoreFact({ score }: { readonly score: NonNullable<Card["score"]> }) {
  const t = useTranslations("map");
  return <span className="tabular-nums">{t("score", { ...score })}</span>;
}

function TaskFact({ task }: { readonly task: NonNullable<Card["task"]> }) {
  const t = useTranslations("map");
  const format = useFormatter();
  const { stakeholderOf } = useCatalogue();
  const person = task.stakeholderId
    ? stakeholderOf(task.stakeholderId)
    : undefined;
  return (
    <>
      {person ? (
        <span className="inline-flex min-w-0 items-center gap-1">
          <Avatar
            name={person.name}
            id={person.id}
            colour={person.colour}
            kind={person.kind}
            size="xs"
          />
          <span className="truncate">{person.name}</span>
        </span>
      ) : null}
      <span className={cx(task.status === "done" && "text-success")}>
        {t(`task.${task.status}`)}
      </span>
      {task.due ? (
        <time dateTime={task.due} className="tabular-nums">
          {format.dateTime(new Date(`${task.due}T00:00:00Z`), {
            day: "numeric",
            month: "short",
            timeZone: "UTC",
          })}
        </time>
      ) : null}
    </>
  );
}
