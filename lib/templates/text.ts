/** The languages in which starter content exists. */
export const TEMPLATE_LOCALES = ["en", "nl", "de"] as const;
export type TemplateLocale = (typeof TEMPLATE_LOCALES)[number];

/** One text in every language; a missing language is a compile error. */
export type Text = Readonly<Record<TemplateLocale, string>>;

/** Writes the three languages beside each other, so that a translator sees them together. */
export function text(en: string, nl: string, de: string): Text {
  return { en, nl, de };
}

/** The template language nearest to a locale such as `de-AT`; English where there is none. */
export function templateLocale(locale: string): TemplateLocale {
  const language = locale.toLowerCase().split("-")[0];
  return TEMPLATE_LOCALES.find((known) => known === language) ?? "en";
}
