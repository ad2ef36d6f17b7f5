"use client";

import { useTranslations } from "next-intl";
import { useCommands } from "@/components/room/use-commands";
import { useDeleter } from "@/components/room/use-deleter";
import { onDemand } from "@/components/ui/on-demand";
import { showToast } from "@/components/ui/toast";
import type { Written } from "./edit-session";
import { useWordsBack } from "./use-words-back";

const revival = onDemand(() => import("../grid/revive"));

/** A colleague deleted what was being written: the words can be copied, and the thing had back from the trash. */
export function useLostNotice(): (
  written: Written,
  how?: { readonly isNew: boolean },
) => void {
  const t = useTranslations("map");
  const common = useTranslations("common");
  const { run } = useCommands();
  const deleterOf = useDeleter();
  const giveBack = useWordsBack();
  const restore = (written: Written): void => {
    const part = revival.get();
    if (part) return void run((ctx) => part.revive(ctx, written));
    revival.load().then(
      () => restore(written),
      () => showToast({ text: common("notLoaded"), tone: "danger" }),
    );
  };
  return (written, how) => {
    const { text, other } = giveBack(written.words);
    showToast({
      text: t("deleted.byOtherText", { ...deleterOf(written.id), text }),
      tone: "danger",
      other,
      // What was never there cannot come back.
      action: how?.isNew
        ? undefined
        : { label: t("deleted.restore"), run: () => restore(written) },
    });
  };
}
