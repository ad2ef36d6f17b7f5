"use client";

import { CircleCheck, UserRoundX } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { JourneyResponsibility } from "@/lib/api/ownership";
import { StageName } from "../touchpoints/touchpoint-parts";
import { GapLink, touchpointsHref } from "./gap-link";
import { matrixRows, type MatrixRow } from "./matrix-rows";
import { StakeholderLink } from "./stakeholder-link";

interface ResponsibilityMatrixProps {
  slug: string;
  journey: JourneyResponsibility;
}

/** One journey, stakeholder by stage. On a phone, where a table has no room, stage by stage. */
export function ResponsibilityMatrix(props: ResponsibilityMatrixProps) {
  const { slug, journey } = props;
  const t = useTranslations("stakeholders.matrix");
  const { id, title, stages, withoutOwner, touchpoints } = journey;
  const rows = matrixRows(stages, useLocale());
  const map = (
    <ButtonLink href={`/w/${slug}/journeys/${id}`} size="sm">
      {t("openMap")}
    </ButtonLink>
  );
  if (stages.length === 0)
    return <EmptyState title={t("noStages")} action={map} />;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="flex items-center gap-2">
          {withoutOwner > 0 ? (
            <UserRoundX aria-hidden="true" className="size-4 shrink-0" />
          ) : (
            <CircleCheck aria-hidden="true" className="size-4 shrink-0" />
          )}
          {t("summary", { count: withoutOwner, of: touchpoints })}
        </p>
        {map}
      </div>
      <div
        role="region"
        aria-label={title || t("journey")}
        tabIndex={0}
        className="hidden overflow-x-auto rounded-lg border border-line bg-surface outline-offset-0 md:block"
      >
        <StageTable {...{ slug, journey, rows }} />
      </div>
      <StageList {...{ slug, journey, rows }} />
    </>
  );
}

interface PartsProps extends ResponsibilityMatrixProps {
  rows: readonly MatrixRow[];
}

const cellLook = "border-l border-line px-3 py-2 align-top";
const headLook =
  "sticky left-0 z-10 min-w-44 max-w-64 bg-surface px-4 py-2 text-left font-medium";

function StageTable({ slug, journey, rows }: PartsProps) {
  const t = useTranslations("stakeholders.matrix");
  const { stages } = journey;
  return (
    <table className="w-full border-collapse text-left text-sm">
      <caption className="sr-only">{journey.title || t("journey")}</caption>
      <thead>
        <tr className="border-b border-line text-xs text-ink-3">
          <th scope="col" className={headLook}>
            {t("stakeholder")}
          </th>
          {stages.map((stage) => (
            <th
              key={stage.id}
              scope="col"
              className="min-w-36 border-l border-line px-3 py-2 align-top font-medium text-ink-2"
            >
              <StageName touchpoint={{ stage }} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className="border-b border-line-strong">
          <th scope="row" className={headLook}>
            <span className="flex items-center gap-2.5">
              <UserRoundX aria-hidden="true" className="size-4 shrink-0" />
              {t("nobody")}
            </span>
          </th>
          {stages.map((stage) => (
            <td key={stage.id} className={cellLook}>
              <Gap {...{ slug, journey, stage }} />
            </td>
          ))}
        </tr>
        {rows.map((row) => (
          <tr key={row.id} className="border-b border-line last:border-0">
            <th scope="row" className={headLook}>
              <StakeholderLink slug={slug} stakeholder={row} />
            </th>
            {stages.map((stage, at) => (
              <td key={stage.id} className={cellLook}>
                <Part {...{ slug, journey, stage, row, at }} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StageList({ slug, journey, rows }: PartsProps) {
  return (
    <div className="flex flex-col gap-3 md:hidden">
      {journey.stages.map((stage, at) => {
        const people = rows.filter(({ cells }) => cells[at] !== null);
        return (
          <section
            key={stage.id}
            className="rounded-lg border border-line bg-surface px-4 py-3"
          >
            <h2 className="mb-1 text-base">
              <StageName touchpoint={{ stage }} />
            </h2>
            <p className="text-sm">
              <Gap {...{ slug, journey, stage }} isLong />
            </p>
            <ul className="mt-2 flex flex-col gap-2 text-sm">
              {people.map((row) => (
                <li
                  key={row.id}
                  className="flex items-start justify-between gap-3"
                >
                  <StakeholderLink slug={slug} stakeholder={row} />
                  <Part {...{ slug, journey, stage, row, at }} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

type Stage = JourneyResponsibility["stages"][number];
type CellProps = ResponsibilityMatrixProps & { stage: Stage };

function Gap({
  slug,
  journey,
  stage,
  isLong,
}: CellProps & { isLong?: boolean }) {
  return (
    <GapLink
      slug={slug}
      filters={{ journey: journey.id, stage: stage.id }}
      count={stage.withoutOwner}
      of={stage.touchpoints}
      isLong={isLong}
    />
  );
}

function Part({
  slug,
  journey,
  stage,
  row,
  at,
}: CellProps & { row: MatrixRow; at: number }) {
  const t = useTranslations("stakeholders.matrix");
  const words = useTranslations("touchpoints");
  const cell = row.cells[at];
  if (!cell)
    return (
      <span className="text-ink-3">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{t("noPart")}</span>
      </span>
    );
  const what = (["responsible", "involved"] as const)
    .filter((role) => cell[role] > 0)
    .map((role) => t(role, { count: cell[role] }));
  return (
    <Link
      href={touchpointsHref(slug, {
        journey: journey.id,
        stage: stage.id,
        owner: row.id,
      })}
      aria-label={t("cell", {
        name: row.name,
        stage: stage.title || words("untitledStage"),
        what: what.join(", "),
      })}
      className="finger relative flex flex-col rounded-xs hover:text-accent hover:underline"
    >
      {what.map((text, index) => (
        <span
          key={text}
          className={
            index === 0 && cell.responsible > 0 ? "font-medium" : "text-ink-2"
          }
        >
          {text}
        </span>
      ))}
    </Link>
  );
}
