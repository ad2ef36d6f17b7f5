import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Namespace } from "@/lib/i18n/namespaces";

/** Hands client components below it the words of these namespaces, beside those that all need. */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: readonly Namespace[];
  children: ReactNode;
}) {
  const messages = await getMessages();
  const needed = ["common", "errors", ...namespaces];
  const some = Object.fromEntries(
    Object.entries(messages).filter(([key]) => needed.includes(key)),
  );
  return (
    <NextIntlClientProvider messages={some}>{children}</NextIntlClientProvider>
  );
}
