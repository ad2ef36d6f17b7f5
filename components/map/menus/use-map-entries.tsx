"use client";

import {
  BookOpen,
  CalendarCheck,
  ChartSpline,
  FileUp,
  GitCompareArrows,
  Languages,
  Lightbulb,
  LayoutTemplate,
  ListChecks,
  Lock,
  LockOpen,
  MessagesSquare,
  Pencil,
  Signpost,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useHistoryHref } from "@/components/history/history-href";
import { useImportsHref } from "@/components/imports/imports-href";
import type { PaletteEntry } from "@/components/palette/entry";
import { useRoom } from "@/components/room/room-context";
import { compareHref } from "@/components/workspace/journeys/compare-href";
import { useReadingMode } from "@/components/room/reading-mode";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import { setMeta } from "@/lib/journey/meta";
import { useOffered } from "../commands/use-command";
import { useEditorUi } from "../editor-ui";
import type { Orders } from "../grid/use-orders";

/** What concerns the map as a whole: the same in its menu and in the palette. */
export function useMapEntries(orders: Orders): PaletteEntry[] {
  const t = useTranslations("map");
  const emotion = useTranslations("emotion");
  const template = useTranslations("templates.save");
  const guide = useTranslations("guide");
  const evidence = useTranslations("evidence");
  const talk = useTranslations("conversation");
  const ui = useEditorUi();
  const offered = useOffered(orders);
  const { run } = useCommands();
  const canWrite = useCanWrite();
  const { isOffered, isReading, read } = useReadingMode();
  const historyHref = useHistoryHref();
  const importsHref = useImportsHref();
  const { workspaceSlug, journeyId } = useRoom();
  const isLocked = useJourneyMap((map) => map.meta.structureLocked);
  const { run: _go, ...history } = offered("history");
  const LockIcon = isLocked ? LockOpen : Lock;
  const lock: PaletteEntry = {
    id: "lock",
    label: t(isLocked ? "header.unlock" : "header.lock"),
    icon: <LockIcon aria-hidden="true" />,
    run: () => void run((ctx) => setMeta(ctx, { structureLocked: !isLocked })),
  };
  const language: PaletteEntry = {
    id: "language",
    label: t("language.action"),
    icon: <Languages aria-hidden="true" />,
    run: () => ui.show({ kind: "language" }),
  };
  const ReadIcon = isReading ? Pencil : BookOpen;
  const reading: PaletteEntry = {
    id: "reading",
    label: t(isReading ? "reading.edit" : "reading.read"),
    icon: <ReadIcon aria-hidden="true" />,
    run: () => read(!isReading),
  };
  return [
    ...(isOffered ? [reading] : []),
    ...(canWrite ? [lock, language] : []),
    {
      id: "conversation",
      label: talk("title"),
      icon: <MessagesSquare aria-hidden="true" />,
      run: () =>
        ui.openRecord({ kind: "conversation", about: null, threadId: null }),
    },
    {
      id: "guide",
      label: guide("title"),
      icon: <Signpost aria-hidden="true" />,
      run: () => ui.openRecord({ kind: "guide", tab: "steps" }),
    },
    {
      id: "insight",
      label: guide("tab.insight"),
      icon: <Lightbulb aria-hidden="true" />,
      run: () => ui.openRecord({ kind: "guide", tab: "insight" }),
    },
    {
      id: "evaluation",
      label: guide("tab.evaluation"),
      icon: <ListChecks aria-hidden="true" />,
      run: () => ui.openRecord({ kind: "guide", tab: "evaluation" }),
    },
    {
      id: "review",
      label: guide("tab.review"),
      icon: <CalendarCheck aria-hidden="true" />,
      run: () => ui.openRecord({ kind: "guide", tab: "review" }),
    },
    ...(isOffered
      ? [
          {
            id: "import",
            label: evidence("import"),
            icon: <FileUp aria-hidden="true" />,
            href: importsHref,
          },
          {
            id: "save-template",
            label: template("action"),
            icon: <LayoutTemplate aria-hidden="true" />,
            run: () => ui.show({ kind: "save-template" }),
          },
        ]
      : []),
    offered("filter"),
    offered("views"),
    offered("present"),
    offered("print"),
    offered("follow"),
    ...(isOffered ? [offered("call")] : []),
    { ...history, href: historyHref },
    {
      id: "compare",
      label: emotion("compare"),
      icon: <GitCompareArrows aria-hidden="true" />,
      href: compareHref(workspaceSlug, {
        first: { journeyId, personaId: null },
      }),
    },
    {
      id: "curve",
      label: emotion("about"),
      icon: <ChartSpline aria-hidden="true" />,
      run: () => ui.show({ kind: "curve" }),
    },
    offered("trash"),
    offered("help"),
  ];
}
