"use client";

import { BookOpenText, ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { GuideStepId } from "@/lib/guide/steps";

/** Articles of others that stay where they are; nothing is asked of their servers before somebody follows one. */
const READING = {
  who: [{ id: "persona", url: "https://www.nngroup.com/articles/persona/" }],
  contacts: [
    {
      id: "mapping",
      url: "https://www.nngroup.com/articles/journey-mapping-101/",
    },
  ],
  optimise: [
    { id: "peakEnd", url: "https://www.nngroup.com/articles/peak-end-rule/" },
    {
      id: "blueprint",
      url: "https://www.nngroup.com/articles/service-blueprints-definition/",
    },
  ],
} as const satisfies Record<
  GuideStepId,
  readonly { readonly id: string; readonly url: string }[]
>;

const TIPS = ["first", "second"] as const;

/** Tips beside a step, and where to read on. */
export function FurtherReading({ step }: { readonly step: GuideStepId }) {
  const t = useTranslations("guide");
  return (
    <details className="group mt-2">
      <summary className="flex min-h-6 cursor-pointer items-center gap-1.5 rounded-sm text-sm text-accent marker:content-none pointer-coarse:min-h-11">
        <BookOpenText aria-hidden="true" className="size-4 shrink-0" />
        {t("reading.title")}
      </summary>
      <ul className="mt-1.5 flex list-disc flex-col gap-1.5 pl-5 text-sm hyphens-auto text-ink-2">
        {TIPS.map((tip) => (
          <li key={tip}>{t(`tips.${step}.${tip}`)}</li>
        ))}
        {READING[step].map(({ id, url }) => (
          <li key={id}>
            <a
              href={url}
              target="_blank"
              rel="noopener noreferrer nofollow"
              hrefLang="en"
              className="text-accent underline underline-offset-2"
            >
              {t(`reading.${id}`)}
              <ExternalLink
                aria-hidden="true"
                className="ml-1 inline size-3.5 align-[-2px]"
              />
              <span className="sr-only">{t("reading.elsewhere")}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
