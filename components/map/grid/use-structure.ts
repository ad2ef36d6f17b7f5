"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useCommands } from "@/components/room/use-commands";
import { useRoom } from "@/components/room/room-context";
import { showToast } from "@/components/ui/toast";
import { deleteCard } from "@/lib/journey/cards";
import type { CommandContext, CommandResult } from "@/lib/journey/command";
import type { StageId, TouchpointId } from "@/lib/journey/ids";
import { deleteLane } from "@/lib/journey/lanes";
import { addStage, deleteStage } from "@/lib/journey/stages";
import { addTouchpoint, deleteTouchpoint } from "@/lib/journey/touchpoints";
import type { GridStore } from "./grid-store";
import { deleteAll, moveAll, reviveAll } from "./bulk";
import { duplicateAll } from "./copies";
import { performMove } from "./perform-move";
import type { Pick } from "./picks";
import { placeBeside } from "./places";
import type { Place, Subject } from "./places";
import { revive } from "./revive";
import { speak } from "./speak";
import { titleOf, usePlaceWords } from "./use-place-words";

export interface Structure {
  readonly addStage: (before: StageId | null) => void;
  readonly addTouchpoint: (
    stageId: StageId,
    before: TouchpointId | null,
  ) => void;
  /** Several are chosen afterwards, so that the same can be done to all copies. */
  readonly duplicate: (subjects: readonly Subject[]) => void;
  readonly remove: (subject: Subject) => void;
  readonly move: (subject: Subject, place: Place) => void;
  /** Several things of one kind to one place, in their order on the map. */
  readonly moveAll: (subjects: readonly Subject[], place: Place) => void;
  readonly removeAll: (picks: readonly Pick[]) => void;
}

/** Everything that changes what stands where: done, shown, said, and one step to take back. */
export function useStructure(store: GridStore): Structure {
  const { run } = useCommands();
  const { source } = useRoom();
  const t = useTranslations("map");
  const words = usePlaceWords();
  return useMemo(() => {
    const name = (id: string) => titleOf(source.get(), id) || t("untitled.any");
    const rename = (
      id: StageId | TouchpointId,
      kind: "stage" | "touchpoint",
    ) => {
      store.reveal(id);
      const ref =
        kind === "stage"
          ? ({ kind, id: id as StageId, field: "title" } as const)
          : ({ kind, id: id as TouchpointId, field: "title" } as const);
      store.dispatch({
        type: "edit",
        target: { kind: "text", ref },
        replace: false,
      });
    };
    const move = (subject: Subject, place: Place) => {
      const moved = run((ctx) => performMove(ctx, subject, place));
      if (!moved?.ok) return;
      store.reveal(subject.id);
      speak(words(subject, place));
    };
    return {
      addStage: (before) => {
        const made = run((ctx) => addStage(ctx, { before }));
        if (made?.ok) rename(made.stageId, "stage");
      },
      addTouchpoint: (stageId, before) => {
        const made = run((ctx) => addTouchpoint(ctx, { stageId, before }));
        if (made?.ok) rename(made.touchpointId, "touchpoint");
      },
      duplicate: (subjects) => {
        const made = run((ctx) => duplicateAll(ctx, subjects));
        const [first] = made?.ok ? made.copies : [];
        if (!made?.ok || !first) return;
        store.choose(made.copies);
        const [source] = subjects;
        speak(
          made.copies.length === 1 && source
            ? t("spoken.duplicated", { what: name(source.id) })
            : t("many.duplicated", { count: made.copies.length }),
        );
      },
      remove: (subject) => {
        const what = name(subject.id);
        const gone = run((ctx) => remove(ctx, subject));
        if (!gone?.ok) return;
        store.focus();
        showToast({
          text: t(`deleted.${subject.kind}`, { what }),
          action: {
            label: t("undo"),
            run: () => void run((ctx) => revive(ctx, subject)),
          },
        });
      },
      move,
      moveAll: (subjects, place) => {
        const [only] = subjects;
        if (only && subjects.length === 1) return move(only, place);
        const ids = new Set<string>(subjects.map(({ id }) => id));
        const beside = placeBeside(source.get(), place, ids);
        const moved = run((ctx) => moveAll(ctx, subjects, beside));
        if (!moved?.ok) return;
        store.focus();
        speak(t("many.moved", { count: moved.count }));
      },
      removeAll: (picks) => {
        const gone = run((ctx) => deleteAll(ctx, picks));
        if (!gone?.ok) return;
        store.focus();
        showToast({
          text: t("many.deleted", { count: gone.count }),
          action: {
            label: t("undo"),
            run: () => void run((ctx) => reviveAll(ctx, picks)),
          },
        });
      },
    };
  }, [run, source, store, t, words]);
}

function remove(ctx: CommandContext, { kind, id }: Subject): CommandResult {
  switch (kind) {
    case "stage":
      return deleteStage(ctx, { stageId: id });
    case "touchpoint":
      return deleteTouchpoint(ctx, { touchpointId: id });
    case "lane":
      return deleteLane(ctx, { laneId: id });
    case "card":
      return deleteCard(ctx, { cardId: id });
  }
}
