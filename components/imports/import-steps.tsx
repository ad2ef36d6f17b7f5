"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { ColumnsStep } from "./columns-step";
import { lackOf } from "./edit-mapping";
import { lostCells, planLack, PlanStep } from "./plan-step";
import { PlacesStep } from "./places-step";
import type { ImportPlace, Layout, Settings } from "./types";
import { STEPS, type OpenFile, type Step } from "./use-import";

interface ImportStepsProps {
  readonly place: ImportPlace;
  readonly open: OpenFile;
  readonly isBusy: boolean;
  readonly onChange: (settings: Settings) => void;
  /** Has the file read in another way: what was decided about its columns is proposed anew. */
  readonly onAnew: (as: { table: number; layout?: Layout }) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** The way of a file to evidence: what is in it, where it belongs, what is written. */
export function ImportSteps(props: ImportStepsProps) {
  const { open, isBusy, onChange, onAnew } = props;
  const t = useTranslations("imports");
  const common = useTranslations("common");
  const { step, reading, settings } = open;
  const lack = lackIn(open);
  // The map goes on while somebody is at it.
  const { touchpoints, personas } = reading;
  const place = { ...props.place, touchpoints, personas };
  const part = { place, reading, settings, onChange };
  return (
    <section
      aria-label={t("way")}
      className="flex flex-col gap-5 rounded-lg border border-line bg-paper p-4 sm:p-6"
    >
      <StepNames step={step} />
      <StepHeading key={step} step={step} />
      {reading.gone > 0 ? (
        <Banner tone="warning">{t("gone", { count: reading.gone })}</Banner>
      ) : null}
      {step === "columns" ? <ColumnsStep {...part} onAnew={onAnew} /> : null}
      {step === "places" ? <PlacesStep {...part} /> : null}
      {step === "plan" ? <PlanStep {...part} /> : null}
      <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line pt-4">
        {lack ? (
          <p className="mr-auto text-sm text-ink-2">{t(`lack.${lack}`)}</p>
        ) : null}
        <Button variant="quiet" onPress={props.onClose}>
          {common("cancel")}
        </Button>
        {step === "columns" ? null : (
          <Button isDisabled={isBusy} onPress={props.onBack}>
            {t("previous")}
          </Button>
        )}
        <Button
          variant="primary"
          isDisabled={lack !== null}
          isPending={isBusy}
          onPress={props.onNext}
        >
          {t(step === "plan" ? "import" : "next")}
        </Button>
      </footer>
    </section>
  );
}

/** What is missing before the next step makes sense. */
function lackIn({ step, settings, reading }: OpenFile) {
  if (step === "columns") return lackOf(settings.mapping);
  if (step !== "plan") return null;
  if (planLack(reading)) return "nothing";
  const isAgreed = settings.isPartial || lostCells(reading.problems) === 0;
  return isAgreed ? null : "agree";
}

function StepNames({ step }: { readonly step: Step }) {
  const t = useTranslations("imports");
  return (
    <ol className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-3">
      {STEPS.map((name, at) => (
        <li
          key={name}
          aria-current={name === step ? "step" : undefined}
          className={cx(name === step && "font-semibold text-ink")}
        >
          {t("stepAt", { at: at + 1, name: t(`step.${name}`) })}
        </li>
      ))}
    </ol>
  );
}

/** A new step takes the focus, so that it is read and the keys go on from there. */
function StepHeading({ step }: { readonly step: Step }) {
  const t = useTranslations("imports");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1} className="text-lg outline-none">
      {t(`heading.${step}`)}
    </h2>
  );
}
