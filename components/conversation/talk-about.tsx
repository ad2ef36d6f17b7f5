"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Switch } from "@/components/ui/switch";
import type { AnchorKind } from "@/lib/api/comments";
import { NewThread } from "./new-thread";
import { ThreadList } from "./thread-list";

interface TalkAboutProps {
  readonly kind: Exclude<AnchorKind, "map">;
  readonly id: string;
}

/** What is said about one thing, where it stands open. */
export function TalkAbout({ kind, id }: TalkAboutProps) {
  const t = useTranslations("conversation");
  const [isAll, showAll] = useState(false);
  return (
    <div data-talk className="flex flex-col gap-3">
      <NewThread anchor={{ kind, id }} label={t(`write.${kind}`)} />
      <ThreadList
        state={isAll ? "all" : "open"}
        about={id}
        isMine={false}
        isPlaced={false}
        empty={t("emptyHere")}
      />
      <Switch isSelected={isAll} onChange={showAll}>
        {t("withResolved")}
      </Switch>
    </div>
  );
}
