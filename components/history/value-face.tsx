import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCatalogue } from "@/components/map/drawing/catalogue";
import { DurationText } from "@/components/map/drawing/duration-text";
import {
  useCustomer,
  useCustomerWord,
} from "@/components/room/use-customer-word";
import type { ValueChange } from "@/lib/journey/difference-types";
import type {
  Decision,
  DropOff,
  Metric,
  MomentOfTruth,
  Score,
  Task,
  Timing,
} from "@/lib/journey/journey-map";
import type {
  Colour,
  DecisionStatus,
  Handler,
  Initiator,
  JourneyState,
  Medium,
  MessageStatus,
  Outcome,
  Planned,
  Visibility,
} from "@/lib/journey/vocabulary";
import { usePlaceName } from "./place-name";

interface ValueFaceProps {
  readonly field: ValueChange["field"];
  readonly value: unknown;
}

/** A value of the map in words; a stroke where there is none. */
export function ValueFace({ field, value }: ValueFaceProps): ReactNode {
  const t = useTranslations("history");
  if (value === null || value === undefined || value === "")
    return <span className="text-ink-3">{t("nothing")}</span>;
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "object")
    return <Composed field={field} value={value} />;
  return <Simple field={field} value={value as string | number} />;
}

function Simple({
  field,
  value,
}: {
  readonly field: ValueChange["field"];
  readonly value: string | number;
}): ReactNode {
  const map = useTranslations("map");
  const touchpoint = useTranslations("touchpoint.contact");
  const customer = useCustomer();
  const t = useTranslations("history");
  switch (field) {
    case "colour":
      return map(`colour.${value as Colour}`);
    case "state":
      return map(`state.${value as JourneyState}`);
    case "outcome":
      return map(`outcome.${value as Outcome}`);
    case "breaksOffAt":
      return <TouchpointName id={String(value)} />;
    case "visibility":
      return map(`visibility.${value as Visibility}`, customer);
    case "messageStatus":
      return map(`messageStatus.${value as MessageStatus}`);
    case "medium":
      return map(`medium.${value as Medium}`);
    case "handledBy":
      return map(`handledBy.${value as Handler}`);
    case "initiator":
      return touchpoint(`initiators.${value as Initiator}`);
    case "planned":
      return touchpoint(`plan.${value as Planned}`);
    case "responseTime":
    case "duration":
      return <DurationText duration={String(value)} />;
    case "reviewEveryDays":
      return t("days", { count: Number(value) });
    default:
      return String(value);
  }
}

/** As one of the two maps calls it. */
function TouchpointName({ id }: { readonly id: string }) {
  const untitled = useTranslations("map")("untitled.touchpoint");
  const { nameOf } = usePlaceName();
  return nameOf(id).trim() || untitled;
}

function Composed({
  field,
  value,
}: {
  readonly field: ValueChange["field"];
  readonly value: object;
}): ReactNode {
  const map = useTranslations("map");
  const { known } = useCustomer();
  const word = useCustomerWord();
  const format = useFormatter();
  switch (field) {
    case "metric": {
      const { value: amount, unit } = value as Metric;
      return `${format.number(amount)} ${unit}`;
    }
    case "decision": {
      const { status, reason } = value as Decision;
      return joined(map(`decision.${status satisfies DecisionStatus}`), reason);
    }
    case "score":
      return map("score", { ...(value as Score), known, word });
    case "task":
      return <TaskFace task={value as Task} />;
    case "momentOfTruth": {
      const { kind, reason } = value as MomentOfTruth;
      return joined(map(`moment.${kind}`), reason);
    }
    case "timing": {
      const { offset, after } = value as Timing;
      return (
        <>
          <DurationText duration={offset} /> · {after}
        </>
      );
    }
    case "dropOff": {
      const { share, reasons } = value as DropOff;
      const words =
        share === null
          ? ""
          : map("dropOff", { share: format.number(share, "share") });
      return joined(words, reasons.map(({ text }) => text).join(", "));
    }
    default:
      return Object.values(value)
        .filter((text) => typeof text === "string")
        .join(" · ");
  }
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}

function TaskFace({ task }: { readonly task: Task }) {
  const map = useTranslations("map");
  const format = useFormatter();
  const { stakeholderOf } = useCatalogue();
  const { stakeholderId, status, due } = task;
  const name = stakeholderId ? stakeholderOf(stakeholderId)?.name : "";
  const day = due ? format.dateTime(new Date(due), "day") : "";
  return joined(map(`task.${status}`), name ?? map("unknownPerson"), day);
}
