"use client";

import { useTranslations } from "next-intl";
import { EmotionFace } from "@/components/ui/emotion-face";
import type { GalleryTemplate, TemplatePlan } from "@/lib/api/templates";

/** A template large enough to be judged: its stages, its touchpoints, and what each lane asks. */
export function TemplatePreview({
  template,
}: {
  readonly template: GalleryTemplate;
}) {
  const t = useTranslations("templates");
  const { name, plan, locale } = template;
  return (
    <div
      role="region"
      aria-label={t("preview", { name })}
      tabIndex={0}
      lang={locale}
      className="overflow-auto rounded-md border border-line bg-surface"
    >
      <table className="w-max min-w-full border-collapse text-left text-xs leading-4">
        <thead>
          <tr>
            <td
              aria-hidden="true"
              className="sticky left-0 z-[1] w-34 min-w-34 border-r border-line bg-paper"
            />
            {plan.stages.map((stage, index) => (
              <th
                key={`${stage.title}-${index}`}
                scope="col"
                data-colour={stage.colour ?? "grey"}
                className="w-36 min-w-36 border-r border-line border-t-2 border-t-(--edge) bg-paper px-2 py-1.5 align-top font-semibold"
              >
                <span className="block hyphens-auto">{stage.title}</span>
                {stage.description ? (
                  <span className="mt-0.5 block font-normal hyphens-auto text-ink-3">
                    {stage.description}
                  </span>
                ) : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Touchpoints plan={plan} />
          {plan.lanes.map((lane, row) => (
            <tr key={`${lane.title}-${row}`} className="border-t border-line">
              <LaneName>{lane.title}</LaneName>
              <LaneCells lane={lane} stages={plan.stages.length} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LaneName({ children }: { readonly children: string }) {
  return (
    <th
      scope="row"
      className="sticky left-0 z-[1] max-w-34 border-r border-line bg-paper px-2 py-1.5 align-top font-medium hyphens-auto"
    >
      {children}
    </th>
  );
}

function Touchpoints({ plan }: { readonly plan: TemplatePlan }) {
  const t = useTranslations("templates");
  if (plan.stages.every(({ touchpoints }) => touchpoints.length === 0))
    return null;
  return (
    <tr className="border-t border-line">
      <LaneName>{t("touchpoints")}</LaneName>
      {plan.stages.map((stage, index) => (
        <td
          key={`${stage.title}-${index}`}
          className="border-r border-line px-2 py-1.5 align-top hyphens-auto"
        >
          {stage.touchpoints.map((title, at) => (
            <span key={`${title}-${at}`} className="block">
              {title}
            </span>
          ))}
        </td>
      ))}
    </tr>
  );
}

/** A lane says in each stage what would be written there, or once across all of them. */
function LaneCells({
  lane,
  stages,
}: {
  readonly lane: TemplatePlan["lanes"][number];
  readonly stages: number;
}) {
  if (lane.kind === "emotion")
    return (
      <td colSpan={stages} className="px-2 py-1.5">
        <span aria-hidden="true" className="flex justify-around">
          {([0, 1, -1, 1, 2] as const)
            .slice(0, Math.max(1, stages))
            .map((value, at) => (
              <EmotionFace key={at} value={value} className="size-5" />
            ))}
        </span>
        <span className="sr-only">{lane.hint}</span>
      </td>
    );
  if (lane.cells.some((words) => words !== ""))
    return (
      <>
        {lane.cells.map((words, at) => (
          <td
            key={`${words}-${at}`}
            className="max-w-36 border-r border-line px-2 py-1.5 align-top hyphens-auto text-ink-2"
          >
            <span className="line-clamp-4">{words}</span>
          </td>
        ))}
      </>
    );
  return (
    <td
      colSpan={stages}
      className="px-2 py-1.5 align-top hyphens-auto text-ink-3"
    >
      <span className="inline-block max-w-96">{lane.hint}</span>
    </td>
  );
}
