"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, type TableColumn } from "@/components/ui/table";
import type { AuditItem } from "@/lib/api/workspaces";
import { api } from "../api-client";
import { LocalTime } from "../local-time";
import { ProblemBanner } from "../problem-banner";
import { useAction } from "../use-action";

interface AuditPage {
  events: AuditItem[];
  nextCursor: string | null;
}

/** Who did what, newest first; older ones on demand. */
export function AuditList({ slug, first }: { slug: string; first: AuditPage }) {
  const t = useTranslations("settings.audit");
  const { isPending, problem, run } = useAction();
  const [older, setOlder] = useState<AuditPage>({
    events: [],
    nextCursor: first.nextCursor,
  });
  const columns = useColumns();
  const events = [...first.events, ...older.events];

  const handleMore = async () => {
    const result = await run(() =>
      api<AuditPage>(`/workspaces/${slug}/audit?cursor=${older.nextCursor}`),
    );
    if (!result.ok) return;
    const { nextCursor } = result.data;
    setOlder({ events: [...older.events, ...result.data.events], nextCursor });
  };

  if (events.length === 0) return <EmptyState title={t("empty")} />;
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-ink-2">{t("text")}</p>
      <Table
        caption={t("text")}
        columns={columns}
        rows={events}
        rowId={({ id }) => id}
        isStacked
      />
      <ProblemBanner problem={problem} />
      {older.nextCursor ? (
        <Button
          className="self-center"
          isPending={isPending}
          onPress={() => void handleMore()}
        >
          {t("more")}
        </Button>
      ) : null}
    </div>
  );
}

function useColumns(): TableColumn<AuditItem>[] {
  const t = useTranslations("settings.audit");
  // The server may know deeds that this page has no words for yet; their code is said as it is.
  const words = t as unknown as {
    (key: string): string;
    has(key: string): boolean;
  };
  const deed = (action: string) =>
    words.has(`action.${action}`) ? words(`action.${action}`) : action;
  return [
    {
      id: "when",
      label: t("when"),
      className: "whitespace-nowrap",
      cell: ({ at }) => <LocalTime at={at} style="exact" />,
    },
    {
      id: "who",
      label: t("who"),
      isRowHeader: true,
      cell: ({ actorName, actorKind }) => actorName ?? t(`actor.${actorKind}`),
    },
    { id: "what", label: t("what"), cell: ({ action }) => deed(action) },
    {
      id: "outcome",
      label: t("outcome"),
      cell: ({ outcome }) => (
        <Badge tone={outcome === "denied" ? "danger" : "neutral"}>
          {t(outcome)}
        </Badge>
      ),
    },
    {
      id: "from",
      label: t("from"),
      className: "font-mono text-xs",
      cell: ({ ip }) => ip || "–",
    },
  ];
}
