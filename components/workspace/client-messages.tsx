import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Namespace } from "@/lib/i18n/namespaces";
import { ClientWords } from "./client-words";

/** The words of a namespace are the same for every request. */
const texts = new WeakMap<object, string>();

function textOf(words: object): string {
  const known = texts.get(words);
  if (known !== undefined) return known;
  const text = JSON.stringify(words);
  texts.set(words, text);
  return text;
}

/**
 * Hands client components below it the words of these namespaces, beside those that all need. They travel as one text:
 * what carries them would look at each of some thousand messages three times.
 */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: readonly Namespace[];
  children: ReactNode;
}) {
  const [messages, locale] = await Promise.all([getMessages(), getLocale()]);
  const needed = ["common", "errors", ...namespaces];
  const some = Object.entries(messages).filter(([key]) => needed.includes(key));
  // The outermost one tells of the language whatever else there is to know.
  if (namespaces.length === 0)
    return (
      <NextIntlClientProvider messages={Object.fromEntries(some)}>
        {children}
      </NextIntlClientProvider>
    );
  const parts = some.map(
    ([name, words]) => `${JSON.stringify(name)}:${textOf(words as object)}`,
  );
  return (
    <ClientWords locale={locale} words={`{${parts.join()}}`}>
      {children}
    </ClientWords>
  );
}
