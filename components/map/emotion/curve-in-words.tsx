"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import {
  CurveDescription,
  type CurveDescriptionProps,
} from "./curve-description";

interface CurveInWordsProps extends CurveDescriptionProps {
  /** Of the words themselves, for whatever they describe. */
  readonly id: string;
}

/** The curve as text, for everyone to read and to copy. */
export function CurveInWords({ id, ...props }: CurveInWordsProps) {
  const t = useTranslations("emotion.words");
  const heading = useId();
  return (
    <section
      aria-labelledby={heading}
      className="sticky left-0 flex max-w-3xl flex-col gap-2 px-4 py-5 text-sm leading-6 text-ink-2"
    >
      <h2 id={heading} className="text-sm text-ink">
        {t("title")}
      </h2>
      <div id={id} className="flex flex-col gap-2">
        <CurveDescription {...props} />
      </div>
    </section>
  );
}
