"use client";

import { NextIntlClientProvider } from "next-intl";
import type { AbstractIntlMessages } from "next-intl";
import { useMemo } from "react";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/config";

interface ClientWordsProps {
  readonly locale: Locale;
  /** Messages by namespace, as one text of JSON. */
  readonly words: string;
  readonly children: ReactNode;
}

/** Words for what is below, within a provider that knows the rest of the language already. */
export function ClientWords({ locale, words, children }: ClientWordsProps) {
  const messages = useMemo(
    () => JSON.parse(words) as AbstractIntlMessages,
    [words],
  );
  return (
    <NextIntlClientProvider locale={locale} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}
