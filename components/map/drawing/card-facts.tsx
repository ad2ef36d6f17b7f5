import {
  Circle,
  CircleCheck,
  CircleDotDashed,
  CircleSlash,
  Plus,
} from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import {
  useCustomer,
  useCustomerWord,
} from "@/components/room/use-customer-word";
import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/cx";
import { lacksReason } from "@/lib/journey/decision";
import type { Card } from "@/lib/journey/journey-map";
import { MAX_EFFORT, worthOf } from "@/lib/journey/score";
import { factOf } from "../facts/fact-kinds";
import { useCatalogue } from "./catalogue";
import { Openable } from "./openable";

interface CardFactsProps {
  readonly card: Card;
  /** Whether a click on what it says changes it. */
  readonly isOpenable?: boolean;
}

/** What a card says beside its text: a decision, a score, a task. */
export function CardFacts({ card, isOpenable = false }: CardFactsProps) {
  const { decision, score, task } = card;
  if (!decision && !score && !task) return null;
  return (
    <div className="mt-1 flex items-start gap-x-1.5 text-xs text-ink-2">
      {task && isOpenable ? <TickButton task={task} /> : null}
      <Openable
        isOpenable={isOpenable}
        className="min-w-0 flex-wrap gap-x-2 text-left"
      >
        {decision ? <DecisionFact decision={decision} /> : null}
        {score ? <ScoreFact score={score} /> : null}
        {task ? <TaskFact task={task} hasTick={isOpenable} /> : null}
      </Openable>
    </div>
  );
}

/** Whether a card of this kind could say more than it does. */
export function lacksFact(card: Card): boolean {
  const fact = factOf(card.kind);
  return fact !== null && !card[fact];
}

/** How a card of this kind gets what it does not say yet; the same stands in its menu and on a key. */
export function AddFact({ card }: { readonly card: Card }) {
  const t = useTranslations("lanes");
  const fact = factOf(card.kind);
  if (!fact || card[fact]) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-act="facts"
      className="absolute -top-2 right-1 z-[2] inline-flex h-6 items-center gap-1 rounded-sm border border-line-strong bg-raised px-1.5 text-2xs text-ink-2 shadow-float hover:text-ink pointer-coarse:hidden"
    >
      <Plus aria-hidden="true" className="size-3" />
      {t(`facts.add.${fact}`)}
    </button>
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

const DECIDED: Readonly<Record<string, string>> = {
  accepted: "text-accent",
  "in-work": "text-warning",
  solved: "text-success",
};

function DecisionFact({
  decision,
}: {
  readonly decision: NonNullable<Card["decision"]>;
}) {
  const t = useTranslations("map");
  const lanes = useTranslations("lanes");
  const { status, reason } = decision;
  return (
    <span className="min-w-0">
      <span className="inline-flex items-center gap-1">
        <span
          aria-hidden="true"
          className={cx(
            "size-1.5 shrink-0 rounded-full border border-current",
            status !== "open" && "bg-current",
            DECIDED[status],
          )}
        />
        {t(`decision.${status}`)}
      </span>
      {reason ? (
        <span className="line-clamp-2 text-ink-3">{reason}</span>
      ) : lacksReason(decision) ? (
        <span className="block text-warning">{lanes("facts.noReason")}</span>
      ) : null}
    </span>
  );
}

/** What it is worth as a number, what it costs as dots; the whole in words. */
function ScoreFact({ score }: { readonly score: NonNullable<Card["score"]> }) {
  const t = useTranslations("map");
  const lanes = useTranslations("lanes");
  const known = useCustomer().known;
  const word = useCustomerWord();
  const said = t("score", { ...score, known, word });
  const effort = Math.round(score.effort);
  return (
    <span title={said} className="inline-flex gap-2">
      <span className="sr-only">{said}</span>
      <span
        aria-hidden="true"
        className="rounded-xs bg-accent-tint px-1 font-semibold text-accent tabular-nums"
      >
        {worthOf(score)}
      </span>
      <span aria-hidden="true" className="inline-flex items-center gap-0.5">
        {lanes("facts.effort")}
        <span className="ml-0.5 inline-flex gap-0.5">
          {Array.from({ length: MAX_EFFORT }, (_, index) => (
            <span
              key={index}
              className={cx(
                "size-1.5 rounded-full border border-ink-3",
                index < effort && "bg-ink-3",
              )}
            />
          ))}
        </span>
      </span>
    </span>
  );
}

type Task = NonNullable<Card["task"]>;

const TASK_ICONS = {
  open: Circle,
  doing: CircleDotDashed,
  done: CircleCheck,
  dropped: CircleSlash,
} as const;

function TaskIcon({ status }: Pick<Task, "status">) {
  const Icon = TASK_ICONS[status];
  return (
    <Icon
      aria-hidden="true"
      className={cx(
        "size-4 shrink-0",
        status === "done" && "text-success",
        status === "doing" && "text-accent",
      )}
    />
  );
}

function TickButton({ task }: { readonly task: Task }) {
  const t = useTranslations("lanes");
  const label = t(task.status === "done" ? "facts.reopen" : "facts.tick");
  return (
    <button
      type="button"
      tabIndex={-1}
      data-act="tick"
      aria-label={label}
      title={label}
      className="-ml-1 flex size-6 shrink-0 items-center justify-center rounded-full hover:bg-hover hover:text-success pointer-coarse:size-11"
    >
      <TaskIcon status={task.status} />
    </button>
  );
}

function TaskFact({
  task,
  hasTick,
}: {
  readonly task: Task;
  readonly hasTick: boolean;
}) {
  const t = useTranslations("map");
  const format = useFormatter();
  const { stakeholderOf } = useCatalogue();
  const person = task.stakeholderId
    ? stakeholderOf(task.stakeholderId)
    : undefined;
  return (
    <>
      <span className="inline-flex items-center gap-1">
        {hasTick ? null : <TaskIcon status={task.status} />}
        {t(`task.${task.status}`)}
      </span>
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
