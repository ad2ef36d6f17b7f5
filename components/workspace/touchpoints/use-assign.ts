"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { showToast } from "@/components/ui/toast";
import type { Named } from "@/lib/api/fields";
import type { OwnersChanged } from "@/lib/api/ownership";
import type { TouchpointListItem } from "@/lib/api/touchpoints";
import { api } from "../api-client";
import { useProblemText } from "../use-problem-text";
import {
  assignChanges,
  touchpointsIn,
  undoChanges,
  type AssignAct,
  type SentChange,
} from "./assign-changes";

const mostNames = 3;

/** Changes the owners of rows in one request, says what came of it and offers to take it back. */
export function useAssign(slug: string, rows: readonly TouchpointListItem[]) {
  const t = useTranslations("touchpoints");
  const common = useTranslations("common");
  const format = useFormatter();
  const router = useRouter();
  const problemText = useProblemText();
  const [isPending, setPending] = useState(false);

  const send = async (changes: readonly SentChange[], replace: boolean) => {
    const result = await api<OwnersChanged>(`/workspaces/${slug}/owners`, {
      method: "POST",
      body: { changes, replace },
    });
    if (!result.ok) {
      showToast({ text: problemText(result.problem), tone: "danger" });
      return null;
    }
    router.refresh();
    sayLeft(result.data.refused);
    return result.data.changed;
  };

  const sayLeft = (left: OwnersChanged["refused"]) => {
    if (left.length === 0) return;
    const ids = [...new Set(left.map(({ touchpointId }) => touchpointId))];
    const titleOf = (id: string) =>
      rows.find((row) => row.id === id)?.title || t("untitled");
    const some = ids.slice(0, mostNames).map(titleOf);
    const names = format.list(ids.length > mostNames ? [...some, "…"] : some, {
      type: "unit",
    });
    const isBusy = left.every(({ reason }) => reason === "unavailable");
    const text = t(isBusy ? "assign.busy" : "assign.left", {
      count: ids.length,
      names,
    });
    showToast({ text, tone: "danger" });
  };

  const undo = async (changed: OwnersChanged["changed"]) => {
    const done = await send(undoChanges(changed), false);
    if (done && done.length > 0)
      showToast({ text: t("assign.undone"), tone: "success" });
  };

  /** Resolves true once the rows need not be chosen any longer. */
  const assign = async (
    chosen: readonly TouchpointListItem[],
    { id, name }: Named,
    act: AssignAct,
  ): Promise<boolean> => {
    const changes = assignChanges(chosen, id, act);
    if (changes.length === 0) {
      showToast({ text: t("assign.same") });
      return false;
    }
    setPending(true);
    const changed = await send(changes, act === "responsible");
    setPending(false);
    if (changed === null) return false;
    if (changed.length > 0)
      showToast({
        text: t(`assign.done.${act}`, { name, count: touchpointsIn(changed) }),
        tone: "success",
        action: { label: common("undo"), run: () => void undo(changed) },
      });
    return true;
  };
  return { assign, isPending };
}
