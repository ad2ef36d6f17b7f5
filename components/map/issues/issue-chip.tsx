"use client";

import { History, Inbox, RotateCw, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useHistoryHref } from "@/components/history/history-href";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Dialog } from "@/components/ui/dialog";
import { MAX_CARDS } from "@/lib/journey/limits";
import { useEditorUi } from "../editor-ui";
import { issueGroups, type IssueGroup } from "./issue-groups";

/** That something is wrong with this map, quietly; what it is and what can be done about it stands behind it. */
export function IssueChip() {
  const t = useTranslations("map.issues");
  const [isOpen, setOpen] = useState(false);
  const groups = [...issueGroups(useJourneyMap((map) => map.issues))];
  const [first] = groups;
  if (!first) return null;
  const words =
    groups.length === 1
      ? t(`${first[0]}.chip`, { most: MAX_CARDS })
      : t("several", { count: groups.length });
  return (
    <>
      <Button
        size="sm"
        aria-label={words}
        aria-haspopup="dialog"
        onPress={() => setOpen(true)}
      >
        <TriangleAlert aria-hidden="true" className="text-warning" />
        <span className="max-lg:hidden">{words}</span>
      </Button>
      {isOpen ? (
        <Dialog title={t("title")} isOpen onOpenChange={setOpen}>
          <ul className="flex flex-col divide-y divide-line">
            {groups.map(([group, count]) => (
              <IssueItem
                key={group}
                {...{ group, count }}
                onDone={() => setOpen(false)}
              />
            ))}
          </ul>
        </Dialog>
      ) : null}
    </>
  );
}

interface IssueItemProps {
  readonly group: IssueGroup;
  readonly count: number;
  readonly onDone: () => void;
}

function IssueItem({ group, count, onDone }: IssueItemProps) {
  const t = useTranslations("map.issues");
  const cards = useJourneyMap(
    ({ cells, tray }) =>
      Object.values(cells).reduce((sum, { length }) => sum + length, 0) +
      tray.cards.length,
  );
  return (
    <li className="flex flex-col gap-2 py-3">
      <h3 className="text-sm font-semibold">
        {t(`${group}.title`, { count })}
      </h3>
      <p className="text-sm text-ink-2">
        {t(`${group}.text`, { cards, most: MAX_CARDS })}
      </p>
      <Remedy {...{ group, onDone }} />
    </li>
  );
}

/** What can be done; of too many cards the text says it, because only people know which are needed. */
function Remedy({ group, onDone }: Pick<IssueItemProps, "group" | "onDone">) {
  const t = useTranslations("map.issues");
  const ui = useEditorUi();
  const history = useHistoryHref();
  switch (group) {
    case "newer":
      return (
        <Button
          size="sm"
          className="self-start"
          onPress={() => window.location.reload()}
        >
          <RotateCw aria-hidden="true" />
          {t("newer.act")}
        </Button>
      );
    case "lost":
      return (
        <Button
          size="sm"
          className="self-start"
          onPress={() => {
            onDone();
            ui.show({ kind: "tray" });
          }}
        >
          <Inbox aria-hidden="true" />
          {t("lost.act")}
        </Button>
      );
    case "unread":
      return (
        <ButtonLink href={history} size="sm" className="self-start">
          <History aria-hidden="true" />
          {t("unread.act")}
        </ButtonLink>
      );
    case "full":
      return null;
  }
}
