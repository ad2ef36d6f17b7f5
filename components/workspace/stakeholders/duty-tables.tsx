"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { Table, type TableColumn } from "@/components/ui/table";
import type { StakeholderDuties } from "@/lib/api/ownership";
import {
  Channels,
  Feelings,
  MomentFlag,
  StageName,
} from "../touchpoints/touchpoint-parts";
import { touchpointHref } from "../touchpoints/touchpoint-table";

type Duty = StakeholderDuties["touchpoints"][number];

interface DutyTablesProps {
  slug: string;
  duties: StakeholderDuties;
}

/** Touchpoints in the order in which they came, those of one journey together. */
function byJourney(touchpoints: readonly Duty[]): Duty[][] {
  const groups = new Map<string, Duty[]>();
  for (const touchpoint of touchpoints) {
    const group = groups.get(touchpoint.journey.id);
    if (group) group.push(touchpoint);
    else groups.set(touchpoint.journey.id, [touchpoint]);
  }
  return [...groups.values()];
}

/** What somebody is responsible for and involved in, a table for each journey. */
export function DutyTables({ slug, duties }: DutyTablesProps) {
  const t = useTranslations("stakeholders.page");
  const words = useTranslations("touchpoints");
  const columns = useColumns(slug);
  const { touchpoints, total } = duties;
  if (touchpoints.length === 0)
    return (
      <div className="flex flex-col items-center gap-3 rounded-lg border border-dashed border-line-strong px-4 py-6 text-center text-ink-2">
        <p className="text-pretty">{t("none")}</p>
        <ButtonLink href={`/w/${slug}/touchpoints?owner=none`} size="sm">
          {t("toUnowned")}
        </ButtonLink>
      </div>
    );
  return (
    <div className="flex flex-col gap-6">
      {total > touchpoints.length ? (
        <Banner>{t("tooMany", { limit: touchpoints.length })}</Banner>
      ) : null}
      {byJourney(touchpoints).map((rows) => {
        const { id, title } = rows[0]!.journey;
        const name = title || words("untitledJourney");
        return (
          <div key={id}>
            <h3 className="mb-2 text-base hyphens-auto">
              <Link
                href={`/w/${slug}/journeys/${id}`}
                className="finger relative inline-block rounded-xs hover:text-accent hover:underline"
              >
                {name}
              </Link>
            </h3>
            <Table
              isStacked
              caption={name}
              {...{ columns, rows }}
              rowId={(row) => row.id}
            />
          </div>
        );
      })}
    </div>
  );
}

function useColumns(slug: string): TableColumn<Duty>[] {
  const t = useTranslations("stakeholders.page");
  const words = useTranslations("touchpoints");
  return [
    {
      id: "title",
      label: words("column.title"),
      isRowHeader: true,
      className: "sm:w-1/4",
      cell: (row) => (
        <span className="flex items-baseline gap-1.5">
          <Link
            href={touchpointHref(slug, row)}
            className="finger relative rounded-xs hyphens-auto hover:text-accent hover:underline"
          >
            {row.title || words("untitled")}
          </Link>
          <MomentFlag touchpoint={row} />
        </span>
      ),
    },
    {
      id: "role",
      label: t("role"),
      cell: (row) => (
        <Badge tone={row.myRole === "responsible" ? "accent" : "neutral"}>
          {words(`role.${row.myRole}`)}
        </Badge>
      ),
    },
    {
      id: "stage",
      label: words("column.stage"),
      className: "sm:w-1/5",
      cell: (row) => <StageName touchpoint={row} />,
    },
    {
      id: "channels",
      label: words("column.channels"),
      cell: (row) =>
        row.channels.length > 0 ? <Channels touchpoint={row} /> : "–",
    },
    {
      id: "emotion",
      label: t("feeling"),
      cell: (row) => <Feelings touchpoint={row} />,
    },
    {
      id: "message",
      label: t("messageStatus"),
      cell: (row) =>
        row.messageStatus
          ? words(`messageStatus.${row.messageStatus}`)
          : t("noStatus"),
    },
  ];
}
