"use client";

import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useEffect } from "react";
import { cx } from "@/components/ui/cx";
import { LOCALES } from "@/lib/i18n/config";
import { stepPath } from "@/lib/pulse/steps";

interface PulseLanguagesProps {
  readonly token: string;
  readonly at: number;
}

/** The page in another language, at the same question; what was written there stays. */
export function PulseLanguages({ token, at }: PulseLanguagesProps) {
  const t = useTranslations("common.language");
  const locale = useLocale();
  // The frame of the page is drawn once, in the language in which it was asked for.
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <nav aria-label={t("label")}>
      <ul className="flex gap-1">
        {LOCALES.map((each) => (
          <li key={each}>
            <Link
              href={stepPath(token, { at, locale: each, problem: null })}
              replace
              scroll={false}
              lang={each}
              hrefLang={each}
              aria-label={t(each)}
              aria-current={each === locale ? "true" : undefined}
              className={cx(
                "inline-flex min-h-8 min-w-9 items-center justify-center rounded-sm text-sm uppercase pointer-coarse:min-h-11 pointer-coarse:min-w-11",
                each === locale
                  ? "font-semibold text-ink underline underline-offset-4"
                  : "text-ink-2 hover:bg-hover",
              )}
            >
              {each}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
