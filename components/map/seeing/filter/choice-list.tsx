"use client";

import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import type { Choice } from "./use-criteria";

interface SectionProps {
  readonly title: string;
  /** How much of it is chosen; shown beside the title. */
  readonly count: number;
  readonly children: ReactNode;
}

/** One sort of condition; it stands open while anything of it is set. */
export function Section({ title, count, children }: SectionProps) {
  return (
    <details
      open={count > 0 || undefined}
      className="group/section border-t border-line"
    >
      <summary className="flex min-h-9 list-none items-center gap-2 rounded-sm px-1 text-sm font-medium hover:bg-hover pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-3.5 text-ink-3 transition-transform group-open/section:rotate-90"
        />
        <span className="min-w-0 flex-1">{title}</span>
        {count > 0 ? (
          <span className="rounded-full bg-accent-tint px-1.5 text-xs text-accent tabular-nums">
            {count}
          </span>
        ) : null}
      </summary>
      <div className="flex flex-col gap-0.5 pr-1 pb-2 pl-6">{children}</div>
    </details>
  );
}

interface ChoiceListProps<Id extends string | number> {
  readonly label: string;
  readonly choices: readonly Choice<Id>[];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: Id[]) => void;
  readonly iconOf?: (id: Id) => ReactNode;
  readonly empty?: string;
}

/** Several of a few known things. */
export function ChoiceList<Id extends string | number>(
  props: ChoiceListProps<Id>,
) {
  const { label, choices, chosen, onChange, iconOf, empty } = props;
  if (choices.length === 0)
    return <p className="py-1 text-xs text-ink-3">{empty}</p>;
  return (
    <div role="group" aria-label={label} className="flex flex-col">
      {choices.map(({ id, name }) => (
        <Checkbox
          key={id}
          isSelected={chosen.includes(id)}
          onChange={(isOn) =>
            onChange(
              isOn ? [...chosen, id] : chosen.filter((other) => other !== id),
            )
          }
          className="rounded-sm py-1 hover:bg-hover pointer-coarse:min-h-11"
        >
          <span className="flex items-center gap-1.5 hyphens-auto">
            {iconOf?.(id)}
            {name}
          </span>
        </Checkbox>
      ))}
    </div>
  );
}
