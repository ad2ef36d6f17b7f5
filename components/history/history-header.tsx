"use client";

import { ArrowLeft, History, RotateCcw, Tag } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useState } from "react";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useRoom } from "@/components/room/room-context";
import { Button } from "@/components/ui/button";
import type { VersionItem } from "@/lib/api/versions";
import { NameDialog } from "./name-dialog";
import { RestoreDialog } from "./restore-dialog";

interface HistoryHeaderProps {
  readonly version: VersionItem | null;
  readonly mayRestore: boolean;
  /** How many things a restore would change; with none there is nothing to restore. */
  readonly toRestore: number;
  readonly onRestored: () => void;
}

/** Whose history this is, the way back, and what can be done with the chosen version. */
export function HistoryHeader(props: HistoryHeaderProps) {
  const { version, mayRestore, toRestore, onRestored } = props;
  const t = useTranslations("history");
  const map = useTranslations("map");
  const { workspaceSlug, journeyId } = useRoom();
  const title = useJourneyMap(({ meta }) => meta.title);
  const [open, setOpen] = useState<"name" | "restore" | null>(null);
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-2 border-b border-line bg-paper px-3 py-1.5">
      <Link
        href={`/w/${encodeURIComponent(workspaceSlug)}/journeys/${journeyId}`}
        aria-label={t("back")}
        title={t("back")}
        className="-ml-1 flex size-8 shrink-0 items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:size-11"
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
      </Link>
      <History
        aria-hidden="true"
        className="size-4 shrink-0 text-ink-3 max-sm:hidden"
      />
      <h1 className="min-w-0 flex-1 truncate text-md font-semibold">
        {t("heading", { title: title || map("untitled.map") })}
      </h1>
      {mayRestore && version ? (
        <span className="flex flex-wrap gap-2 max-sm:basis-full">
          <Button size="sm" onPress={() => setOpen("name")}>
            <Tag aria-hidden="true" />
            {t(version.name === null ? "name.add" : "name.change")}
          </Button>
          <Button
            size="sm"
            variant="primary"
            isDisabled={toRestore === 0}
            onPress={() => setOpen("restore")}
          >
            <RotateCcw aria-hidden="true" />
            {t("restore.button")}
          </Button>
        </span>
      ) : null}
      {open === "name" && version ? (
        <NameDialog version={version} onClose={() => setOpen(null)} />
      ) : null}
      {open === "restore" && version ? (
        <RestoreDialog
          version={version}
          count={toRestore}
          onClose={() => setOpen(null)}
          onRestored={onRestored}
        />
      ) : null}
    </header>
  );
}
