"use client";

import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { TableField } from "@/lib/views/sort-rows";
import type { CardCount, TableRow } from "@/lib/views/table-rows";
import { ChannelFace, StakeholderFace } from "../../drawing/field-faces";
import { StatusFace } from "../../drawing/message-face";

interface FieldOfRowProps {
  readonly row: TableRow;
  readonly field: TableField;
}

/** What a touchpoint says in one column; nothing is said with a dash that is read out as such. */
export function FieldOfRow({ row, field }: FieldOfRowProps) {
  const t = useTranslations("views.table");
  const words = useTranslations("map");
  const format = useFormatter();
  const { touchpoint, stage } = row;
  switch (field) {
    case "at":
      return <span className="text-ink-3 tabular-nums">{row.at}</span>;
    case "title":
      return touchpoint.title;
    case "stage":
      return (
        <span
          data-colour={stage.colour ?? undefined}
          className="flex items-start gap-1.5"
        >
          <span
            aria-hidden="true"
            className={cx(
              "mt-1.5 size-2 shrink-0 rounded-full",
              stage.colour ? "bg-(--edge)" : "bg-line-strong",
            )}
          />
          <span className="min-w-24 hyphens-auto">
            {stage.title || words("untitled.stage")}
          </span>
        </span>
      );
    case "channels":
      return touchpoint.channels.length > 0 ? (
        <ChannelFace channels={touchpoint.channels} />
      ) : (
        <Nothing />
      );
    case "medium":
      return said(touchpoint.medium && words(`medium.${touchpoint.medium}`));
    case "responsible":
    case "involved":
      return <Owners row={row} role={field} />;
    case "message":
      return said(
        touchpoint.message && (
          <span className="line-clamp-3 hyphens-auto whitespace-pre-wrap">
            {touchpoint.message}
          </span>
        ),
      );
    case "messageStatus":
      return said(
        touchpoint.messageStatus && (
          <span className="-mt-1 block">
            <StatusFace status={touchpoint.messageStatus} isOpenable={false} />
          </span>
        ),
      );
    case "grounds":
      return row.grounds === "none" ? <Nothing /> : t(`grounds.${row.grounds}`);
    case "pains":
    case "gains":
      return <Cards count={row[field]} />;
    case "dropOff":
      return said(
        row.lost !== null && (
          <span className="tabular-nums">
            {format.number(row.lost, "share")}
          </span>
        ),
      );
    case "moment":
      return said(
        touchpoint.momentOfTruth &&
          words(`moment.${touchpoint.momentOfTruth.kind}`),
      );
    case "checklist":
      return said(
        touchpoint.checklist.length > 0 &&
          words("checklist", {
            done: row.checked,
            all: touchpoint.checklist.length,
          }),
      );
    case "files":
      return said(row.files > 0 && String(row.files));
  }
}

function said(what: ReactNode) {
  return what || <Nothing />;
}

function Nothing() {
  const t = useTranslations("views.table");
  return (
    <>
      <span aria-hidden="true" className="text-ink-3">
        –
      </span>
      <span className="sr-only">{t("nothing")}</span>
    </>
  );
}

function Owners({
  row,
  role,
}: {
  readonly row: TableRow;
  readonly role: "responsible" | "involved";
}) {
  const t = useTranslations("views.table");
  const owners = row.touchpoint.owners.filter((owner) => owner.role === role);
  if (owners.length > 0) return <StakeholderFace owners={owners} />;
  return role === "involved" ? (
    <Nothing />
  ) : (
    <span className="text-ink-3">{t("nobody")}</span>
  );
}

/** Cards here, and in quiet letters those that stand for the whole stage. */
function Cards({ count }: { readonly count: CardCount }) {
  const t = useTranslations("views.table");
  const { own, ofStage } = count;
  if (own + ofStage === 0) return <Nothing />;
  return (
    <span className="flex flex-wrap gap-x-1.5 tabular-nums">
      {own > 0 ? <span className="text-ink">{own}</span> : null}
      {ofStage > 0 ? (
        <span className="text-xs leading-5 text-ink-3">
          {t("ofStage", { count: ofStage })}
        </span>
      ) : null}
    </span>
  );
}
