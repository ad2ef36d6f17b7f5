"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import type { AskedPulse } from "@/lib/api/pulses";
import type { PulseStep } from "@/lib/pulse/steps";
import { Brand } from "../brand";
import { PulseLanguages } from "./pulse-languages";
import { Question } from "./question";
import { useAnswering } from "./use-answering";

interface PulsePageProps {
  /** What stands in the address of the page. */
  readonly token: string;
  readonly asked: AskedPulse;
  readonly step: PulseStep;
  readonly keys: readonly string[];
}

/**
 * Asks about one touchpoint after another. All of it is a plain form that works before its script is there, or
 * without: the script keeps what was written where the network or the server does not.
 */
export function PulsePage({ token, asked, step, keys }: PulsePageProps) {
  const answering = useAnswering({
    token,
    asked,
    keys,
    startAt: step.at,
    startTrouble: step.problem,
  });
  const { at, questions, goTo } = answering;
  const t = useTranslations("pulse");
  const isDone = at >= questions.length;
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-xl flex-col gap-6 px-4 py-5 sm:px-8 sm:py-9">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 text-sm text-ink-2 wrap-anywhere">
          {t("from", { workspace: asked.workspace })}
        </p>
        <PulseLanguages {...{ token, at }} />
      </header>
      {isDone ? (
        <Thanks
          onBack={
            answering.isAnswered(questions.length - 1)
              ? () => goTo(questions.length - 1)
              : null
          }
        />
      ) : (
        <Question
          key={at}
          {...{ token, asked, answering }}
          locale={step.locale}
        />
      )}
      <footer className="mt-auto flex flex-col gap-3 border-t border-line pt-4 text-xs text-ink-3">
        <p className="hyphens-auto">
          {t(`privacy.${asked.audience}`, { least: asked.leastAnswers })}
        </p>
        <Brand className="text-sm! text-ink-3" />
      </footer>
    </main>
  );
}

function Thanks({ onBack }: { readonly onBack: (() => void) | null }) {
  const t = useTranslations("pulse.thanks");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="flex flex-1 flex-col items-start justify-center gap-3">
      <h1 ref={heading} tabIndex={-1} className="text-xl outline-none">
        {t("title")}
      </h1>
      <p className="text-base text-ink-2">{t("text")}</p>
      {onBack ? (
        <button
          type="button"
          className={buttonStyle("quiet", "lg", "-ml-4")}
          onClick={onBack}
        >
          {t("change")}
        </button>
      ) : null}
    </section>
  );
}
