"use client";

import { useTranslations } from "next-intl";
import { Button as AriaButton } from "react-aria-components";
import { useCustomer } from "@/components/room/use-customer-word";
import { useCommands } from "@/components/room/use-commands";
import { cx } from "@/components/ui/cx";
import { Dialog } from "@/components/ui/dialog";
import type { LaneId } from "@/lib/journey/ids";
import { addLane } from "@/lib/journey/lanes";
import { LANE_KIND_INFO, lineVisibility } from "@/lib/journey/vocabulary";
import { LaneIcon } from "../drawing/lane-icon";
import { lineStroke } from "../drawing/line-face";
import type { GridStore } from "../grid/grid-store";
import { LANE_CHOICES } from "./lane-choices";
import type { Choice } from "./lane-choices";

interface AddLaneDialogProps {
  readonly before: LaneId | null;
  readonly store: GridStore;
  readonly onClose: () => void;
}

/** All kinds of lanes, each with what it is for. */
export function AddLaneDialog({ before, store, onClose }: AddLaneDialogProps) {
  const t = useTranslations("map");
  const customer = useCustomer();
  const { run } = useCommands();
  const add = ({ kind, span, line }: Choice) => {
    const title = t(line ? `line.${line}.name` : `lane.${kind}.title`);
    const hint = line && t(`line.${line}.description`, customer);
    const visibility = line && lineVisibility(line);
    const made = run((ctx) =>
      addLane(ctx, { kind, title, before, span, hint, visibility }),
    );
    onClose();
    if (!made?.ok) return;
    store.reveal(made.laneId);
    const ref = { kind: "lane", id: made.laneId, field: "title" } as const;
    store.dispatch({
      type: "edit",
      target: { kind: "text", ref },
      replace: false,
    });
  };
  return (
    <Dialog
      title={t("add.lane")}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="lg"
    >
      <div className="flex flex-col gap-5">
        {LANE_CHOICES.map(({ name, choices }) => (
          <section key={name}>
            <h3 className="mb-1.5 text-xs font-medium text-ink-3">
              {t(`laneGroup.${name}`, customer)}
            </h3>
            <div className="grid gap-1 sm:grid-cols-2">
              {choices.map((choice) => (
                <LaneChoice
                  key={`${choice.kind}:${choice.span ?? choice.line ?? ""}`}
                  choice={choice}
                  onChoose={() => add(choice)}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

interface LaneChoiceProps {
  readonly choice: Choice;
  readonly onChoose: () => void;
}

function LaneChoice({
  choice: { kind, span, line },
  onChoose,
}: LaneChoiceProps) {
  const t = useTranslations("map");
  const customer = useCustomer();
  const holdsCards = LANE_KIND_INFO[kind].holdsCards;
  const width = span ?? LANE_KIND_INFO[kind].defaultSpan;
  return (
    <AriaButton
      onPress={onChoose}
      className="flex items-start gap-2.5 rounded-md border border-transparent px-2.5 py-2 text-left hover:border-line hover:bg-hover"
    >
      {line ? (
        <span
          aria-hidden="true"
          className={cx(
            "mt-2.5 w-4 shrink-0",
            lineStroke(lineVisibility(line)),
          )}
        />
      ) : (
        <LaneIcon kind={kind} className="mt-0.5 size-4 shrink-0 text-ink-2" />
      )}
      <span className="min-w-0">
        <span className="block text-sm font-medium">
          {t(line ? `line.${line}.name` : `lane.${kind}.name`)}
          {kind === "text" ? (
            <span className="ml-1.5 font-normal text-ink-3">
              {t(`span.${width}`)}
            </span>
          ) : null}
        </span>
        <span className="block text-xs leading-4 hyphens-auto text-ink-2">
          {t(
            line ? `line.${line}.description` : `lane.${kind}.description`,
            customer,
          )}
          {holdsCards && kind !== "text" ? ` ${t(`span.${width}`)}.` : ""}
        </span>
      </span>
    </AriaButton>
  );
}
